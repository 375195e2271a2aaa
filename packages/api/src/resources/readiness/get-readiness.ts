import { type AskKind, askReadiness, pairOf, type Readiness } from "@kith/core";
import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { showBriefs } from "../frames/show-briefs.ts";
import { requireFound, viewOfPerson } from "../frames/view.ts";
import { modelOf } from "../model/tenant-model.ts";
import { readExchanges } from "../nudges/queries/exchanges.ts";
import { requirePerson } from "../people/person-refs.ts";
import { evidenceAt } from "../ties/evidence-at.ts";
import { readDeclaration } from "../ties/queries/declarations.ts";
import type { PersonBrief } from "../ties/queries/list.ts";
import { type FittingNeed, findNeeds } from "./find-needs.ts";
import { readinessRulesOf } from "./readiness-rules.ts";

export interface AnsweredReadiness {
  person: string;
  to: PersonBrief;
  kind: AskKind;
  readiness: Readiness;
  need: FittingNeed | null;
}

/** Whether a person is well placed to ask another for something, as far as their own side goes. */
export async function getReadiness(
  ctx: Context,
  { person: ref, to: toRef, kind }: { person: string; to: string; kind: AskKind },
): Promise<AnsweredReadiness> {
  const { tx, now } = ctx;
  const person = await requirePerson(tx, ref, "/path/person");
  const to = await requireFound(ctx, toRef, "?to");
  if (person === to) {
    throw new Problem("invalid_request", "One can't ask oneself.", {
      errors: [{ pointer: "?to", detail: "must be somebody else than the person" }],
    });
  }
  const evidence = await evidenceAt(ctx, pairOf(person, to), now);
  const { paused } = await readDeclaration(tx, person, to);
  const needs = await findNeeds(ctx, { person, to });
  const facts = {
    ...{ person, to, evidence, paused, needs: needs.map(({ id }) => id) },
    exchanges: await readExchanges(tx, { person, until: now }),
  };
  const readiness = askReadiness(facts, kind, now, {
    rules: readinessRulesOf(ctx.tenant),
    model: modelOf(ctx.tenant).constants,
  });
  const view = await viewOfPerson(ctx, person, [to]);
  const brief = (await showBriefs(ctx, [to], view)).get(to);
  return {
    person,
    to: brief ?? { id: to, externalId: null, name: null },
    kind,
    readiness,
    need: needs[0] ?? null,
  };
}
