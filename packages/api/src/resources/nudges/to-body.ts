import { toId } from "../../http/ids.ts";
import { toIso, toIsoOrNull } from "../../http/time.ts";
import { toPersonBrief } from "../ties/tie-body.ts";
import type { ListedNudges, ShownNudge } from "./list-nudges.ts";
import type { Upcoming } from "./list-upcoming.ts";
import { nudgeWords } from "./nudge-words.ts";
import type { StoredAction } from "./queries/actions.ts";
import type { StoredPreferences } from "./queries/preferences.ts";
import type {
  NudgeActionBody,
  NudgeBody,
  NudgeCalendarBody,
  NudgePreferencesBody,
  NudgePreferencesInput,
  NudgesBody,
} from "./schemas.ts";
import type { PreferencesInput } from "./update-preferences.ts";

const aboutBody = ({ evidence: { about } }: ShownNudge): NudgeBody["about"] =>
  about && { kind: about.kind, id: toId(about.kind, about.id) };

const shown = (nudge: ShownNudge, at: number) => ({
  id: toId("nudge", nudge.id),
  kind: nudge.kind,
  code: nudge.code,
  ...nudgeWords(nudge, nudge.brief?.name ?? null, at),
  person: nudge.brief && toPersonBrief(nudge.brief),
  about: aboutBody(nudge),
});

const toNudgeBody = (nudge: ShownNudge, at: number): NudgeBody => ({
  ...shown(nudge, at),
  priority: nudge.priority,
  evidence: {
    occurredAt: toIsoOrNull(nudge.evidence.occurredAt),
    lastContactAt: toIsoOrNull(nudge.evidence.lastContactAt),
    types: [...nudge.evidence.types],
  },
  since: toIso(nudge.openAt),
  until: Number.isFinite(nudge.closeAt) ? toIso(nudge.closeAt) : null,
});

export function toNudgesBody(
  { nudges, nudged, placesTaken, quietUntil }: ListedNudges,
  at: number,
): NudgesBody {
  const budget = nudged.preferences.weeklyBudget;
  return {
    data: nudges.map((nudge) => toNudgeBody(nudge, at)),
    nextCursor: null,
    week: {
      startsAt: toIso(nudged.weekStartsAt),
      endsAt: toIso(nudged.weekEndsAt),
      timeZone: nudged.zone,
      budget,
      left: Math.max(0, budget - placesTaken),
    },
    quietUntil: toIsoOrNull(quietUntil),
    at: toIso(at),
  };
}

export const toCalendarBody = ({ items, zone }: Upcoming, at: number): NudgeCalendarBody => ({
  data: items.map((item) => ({
    ...shown(item, at),
    date: toIso(item.day * 86_400_000).slice(0, 10),
  })),
  nextCursor: null,
  timeZone: zone,
  at: toIso(at),
});

export const toActionBody = ({
  id,
  kind,
  action,
  actedAt,
  until,
}: StoredAction): NudgeActionBody => ({
  id: toId("nudge", id),
  kind,
  action,
  actedAt: toIso(actedAt),
  until: toIsoOrNull(until),
});

export function toPreferencesBody(
  person: string,
  { cadences, revision: _, updatedAt, ...chosen }: StoredPreferences,
): NudgePreferencesBody {
  return {
    person: toId("person", person),
    ...chosen,
    cadences: cadences.map(({ of, name, ideal, max }) => ({
      ...{ of, name, idealDays: ideal, maxDays: max },
    })),
    updatedAt: toIsoOrNull(updatedAt),
  };
}

export function fromPreferencesBody({
  cadences,
  ...chosen
}: NudgePreferencesInput): PreferencesInput {
  const groups = cadences?.map(({ of, name, idealDays, maxDays }) => ({
    ...{ of, name, ideal: idealDays, max: maxDays },
  }));
  return { ...chosen, ...(groups ? { cadences: groups } : {}) };
}
