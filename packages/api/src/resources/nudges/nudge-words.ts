import { daysBetween, type Instant, type Nudge } from "@kith/core";
import { type Message, say } from "../../words/say.ts";
import { ago, ahead, roughlyAgo } from "../../words/spans.ts";

/** What a nudge says: what to do, and why now. */
export function nudgeWords(
  { code, evidence }: Pick<Nudge, "code" | "evidence">,
  name: string | null,
  at: Instant,
): { text: string; reason: string } {
  const { occurredAt, lastContactAt, types, title } = evidence;
  const moment = occurredAt ?? lastContactAt ?? at;
  const days = daysBetween(moment, at);
  const params = {
    name: name ?? say({ key: "nudges.someone" }),
    title: title ?? "none",
    ago: roughlyAgo(Math.max(0, days)),
    when: days < 0 ? ahead(-days) : ago(days),
    type: types[0] ?? "other",
    kind: types[0] ?? "other",
  };
  return {
    text: say({ key: `nudges.text.${code}`, params } satisfies Message),
    reason: say({ key: `nudges.reason.${code}`, params } satisfies Message),
  };
}
