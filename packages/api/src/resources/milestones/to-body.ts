import { dayOf, nextOccurrence, startOfDay } from "@kith/core";
import { toId } from "../../http/ids.ts";
import { toIso } from "../../http/time.ts";
import { toPersonBrief } from "../ties/tie-body.ts";
import type { ShownMilestone } from "./list-milestones.ts";
import { writeDate } from "./read-date.ts";
import type { MilestoneBody } from "./schemas.ts";

export function toBody(milestone: ShownMilestone, now: number): MilestoneBody {
  const { person, kind, title, yearly, audience } = milestone;
  const next = nextOccurrence(milestone, dayOf(now));
  return {
    id: toId("milestone", milestone.id),
    person: toPersonBrief(person),
    kind,
    title,
    date: writeDate(milestone),
    yearly,
    audience,
    nextOn: next === null ? null : toIso(startOfDay(next)).slice(0, 10),
    createdAt: toIso(milestone.createdAt),
    updatedAt: toIso(milestone.updatedAt),
  };
}
