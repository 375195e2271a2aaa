import type { FirstStepCode } from "@kith/core";
import { toId } from "../../http/ids.ts";
import { toIso } from "../../http/time.ts";
import { type MessageKey, say } from "../../words/say.ts";
import { toPersonBrief } from "../ties/tie-body.ts";
import type { AnsweredReadiness } from "./get-readiness.ts";
import type { AskReadinessBody } from "./schemas.ts";

export function toBody(answered: AnsweredReadiness, at: number): AskReadinessBody {
  const { person, to, kind, readiness, need } = answered;
  const what = say({ key: "readiness.kind", params: { kind } });
  const name = to.name ?? say({ key: "readiness.someone" });
  const title = need?.title ?? "";
  return {
    person: toId("person", person),
    to: toPersonBrief(to),
    kind,
    ready: readiness.ready,
    code: readiness.code,
    reason: say({ key: `readiness.reason.${readiness.code}` as MessageKey, params: { what } }),
    firstSteps: readiness.firstSteps.map((code) => ({
      code,
      text: say({ key: `readiness.step.${code}` as MessageKey, params: { name, title } }),
      ...wayTo(code, answered),
    })),
    readyFor: [...readiness.readyFor],
    at: toIso(at),
  };
}

/** What a step is done with, or prepared by. */
function wayTo(
  code: FirstStepCode,
  { person, to, need }: AnsweredReadiness,
): { operation: string; href: string } {
  const tie = `/v1/ties/${toId("person", person)}/${toId("person", to.id)}`;
  if (code === "meet") return { operation: "paths.search", href: "/v1/paths/search" };
  if (code === "resume") return { operation: "ties.update", href: tie };
  if (code === "reconnect" || code === "getToKnow") {
    return { operation: "ties.agenda", href: `${tie}/agenda` };
  }
  if (code === "offerHelp" && need) {
    return { operation: `${need.kind}s.get`, href: `/v1/${need.kind}s/${need.id}` };
  }
  return { operation: "interactions.create", href: "/v1/interactions" };
}
