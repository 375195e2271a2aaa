import { healthDimensionNames, overviewFloor } from "@kith/core";
import { toId } from "../../http/ids.ts";
import { toIso } from "../../http/time.ts";
import { type MessageKey, say } from "../../words/say.ts";
import type { PersonHealth } from "./get-health.ts";
import type { TenantOverview } from "./get-overview.ts";
import { nextStepBody } from "./next-steps.ts";
import type { HealthBody, OverviewBody } from "./schemas.ts";

export function toHealthBody({ person, at, model, health, briefs }: PersonHealth): HealthBody {
  const dimensions = healthDimensionNames.map((name) => {
    const { value, band, code, figures, trend, nextSteps } = health[name];
    const body = {
      value,
      band,
      code,
      reason: reasonOf(name, code, figures),
      figures: { ...figures },
      trend: trend === null ? null : { ...trend },
      nextSteps: nextSteps.map((step) => nextStepBody(person, step, briefs)),
    };
    return [name, body];
  });
  return {
    person: toId("person", person),
    dimensions: Object.fromEntries(dimensions),
    at: toIso(at),
    model,
  };
}

/** Figures enter sentences as whole numbers. */
const reasonOf = (name: string, code: string, figures: Readonly<Record<string, number>>): string =>
  say({
    key: `health.${name}.${code}` as MessageKey,
    params: Object.fromEntries(
      Object.entries(figures).map(([figure, value]) => [figure, Math.round(value)]),
    ),
  }).trim();

export function toOverviewBody(overview: TenantOverview, isGrouped: boolean): OverviewBody {
  const { people, sampled, dimensions, groups, at, model } = overview;
  return {
    people,
    sampled,
    floor: overviewFloor,
    dimensions,
    groups: isGrouped
      ? groups.map(({ group, ...figures }) => ({ organization: group, ...figures }))
      : [],
    at: toIso(at),
    model,
  };
}
