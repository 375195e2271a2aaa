import { say } from "../../words/say.ts";

interface Fit {
  topics: readonly string[];
  interests: readonly string[];
  values: readonly string[];
  hoursApart: number | null;
}

export type FitReasonCode = "topics" | "interests" | "values" | "hours";

/** Why two were matched, in words that both may read. */
export function fitReasons({ topics, interests, values, hoursApart }: Fit) {
  const reasons: { code: FitReasonCode; text: string }[] = [];
  for (const [code, found] of [
    ["topics", topics],
    ["interests", interests],
    ["values", values],
  ] as const) {
    if (found.length === 0) continue;
    const what = found.join(", ");
    reasons.push({ code, text: say({ key: `mentorships.fit.${code}`, params: { what } }) });
  }
  if (hoursApart !== null) {
    const hours = Math.round(hoursApart);
    reasons.push({ code: "hours", text: say({ key: "mentorships.fit.hours", params: { hours } }) });
  }
  return reasons;
}
