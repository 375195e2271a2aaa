import { perceptionAdviceFor } from "@kith/core";
import { toId } from "../../http/ids.ts";
import { toIso } from "../../http/time.ts";
import type { StoredCheck } from "./queries.ts";
import type { PerceptionCheckBody } from "./schemas.ts";

export const toBody = (check: StoredCheck): PerceptionCheckBody => ({
  id: toId("perceptionCheck", check.id),
  decision: check.decision,
  decider: toId("person", check.deciderId),
  subject: toId("person", check.subjectId),
  concern: check.concern,
  reasons: check.reasons as PerceptionCheckBody["reasons"],
  advice: perceptionAdviceFor(check.concern),
  at: toIso(check.askedAt),
  model: check.model,
});
