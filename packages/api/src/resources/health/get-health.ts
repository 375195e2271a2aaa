import {
  type Health,
  type HealthStep,
  healthDimensionNames,
  healthMoments,
  healthOf,
  type Instant,
} from "@kith/core";
import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { toIso } from "../../http/time.ts";
import { showBriefs } from "../frames/show-briefs.ts";
import { viewOfPerson } from "../frames/view.ts";
import { modelOf } from "../model/tenant-model.ts";
import { requirePerson } from "../people/person-refs.ts";
import type { PersonBrief } from "../ties/queries/list.ts";
import { mostTies, readHealthFacts } from "./read-facts.ts";

export interface PersonHealth {
  person: string;
  at: Instant;
  model: string;
  health: Health;
  /** Who the next steps are about, as the person may see them. */
  briefs: Map<string, PersonBrief>;
}

/**
 * The reality check of one person, in what that person may see: whoever asks, it is meant for them.
 */
export async function getHealth(
  ctx: Context,
  input: { person: string; at: Instant | undefined },
): Promise<PersonHealth> {
  const at = pastMoment(ctx, input.at);
  const person = await requirePerson(ctx.tx, input.person, "/path/person");
  const { constants: model, name } = modelOf(ctx.tenant);
  const [facts] = await readHealthFacts(ctx.tx, {
    people: [person],
    moments: healthMoments(at) as [Instant],
    model,
    ties: mostTies,
    viewOf: async (ids) => (await viewOfPerson(ctx, person, ids)).showFields,
  });
  const measured = healthOf(facts ?? { person, alters: [], between: [] }, at, model);
  const named = stepsOf(measured).flatMap((step) => step.person ?? []);
  const view = await viewOfPerson(ctx, person, named);
  const found = [...new Set(named)].filter((id) => view.finds(id));
  const briefs = await showBriefs(ctx, found, view);
  return { person, at, model: name, health: onlyFound(measured, briefs), briefs };
}

const stepsOf = (health: Health): HealthStep[] =>
  healthDimensionNames.flatMap((name) => [...health[name].nextSteps]);

/** A step towards somebody whom the person can't see leads nowhere. */
function onlyFound(health: Health, briefs: ReadonlyMap<string, PersonBrief>): Health {
  return Object.fromEntries(
    healthDimensionNames.map((name) => {
      const { nextSteps, ...measured } = health[name];
      const known = nextSteps.filter(({ person }) => person === null || briefs.has(person));
      return [name, { ...measured, nextSteps: known }];
    }),
  ) as unknown as Health;
}

/** Health looks back only: what silence would make of a network is nothing to act on. */
function pastMoment({ now }: Context, at: Instant | undefined): Instant {
  if (at === undefined || at <= now) return at ?? now;
  throw new Problem("invalid_request", "Health is of now or of the past.", {
    errors: [{ pointer: "?at", detail: `must not be after ${toIso(now)}` }],
  });
}
