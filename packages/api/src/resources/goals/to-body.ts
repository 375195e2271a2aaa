import { toId } from "../../http/ids.ts";
import { toIso, toIsoOrNull } from "../../http/time.ts";
import { toAudience } from "../helping/to-body.ts";
import { toPersonBrief } from "../ties/tie-body.ts";
import type { GoalBody } from "./schemas.ts";
import type { ShownGoal } from "./shown-goals.ts";

export const toBody = ({ people, audience, circles, ...goal }: ShownGoal): GoalBody => ({
  id: toId("goal", goal.id),
  person: toPersonBrief(goal.person),
  kind: goal.kind,
  target: goal.target,
  targetPerson: goal.targetPerson && toPersonBrief(goal.targetPerson),
  title: goal.title,
  note: goal.note,
  audience: people === null ? null : toAudience({ audience, circles, people }),
  state: goal.state,
  until: toIsoOrNull(goal.untilAt),
  closedAt: toIsoOrNull(goal.closedAt),
  outcome: goal.outcome,
  createdAt: toIso(goal.createdAt),
  updatedAt: toIso(goal.updatedAt),
});
