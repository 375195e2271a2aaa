import {
  type AskKind,
  type HelperCandidate,
  helpTypes,
  MS_PER_DAY,
  type Needs,
  noLoad,
  type RankedHelper,
  type RankedPath,
  rankHelpers,
  termsOf,
  usualHelpDays,
} from "@kith/core";
import type { Context } from "../../context.ts";
import { viewOf } from "../frames/view.ts";
import { countOpenIntroductions } from "../introductions/queries/count-open.ts";
import { modelOf } from "../model/tenant-model.ts";
import { countHelped } from "../offers/queries.ts";
import { findByAnySearchKey } from "../people/queries/find-by-search-key.ts";
import { normalise } from "../people/search-keys.ts";
import { readFacets } from "../ties/queries/facets.ts";
import { readSeen } from "../ties/queries/seen.ts";
import { asPerson, circleOf } from "./circle-of.ts";
import { pathsTo } from "./paths-to.ts";
import { countHelpOfType, readHelpGiven } from "./queries/helper-facts.ts";
import { offersFor } from "./standing-offers.ts";

export interface FoundHelper extends RankedHelper {
  /** Over whom, from the asker on; empty for a tie of the asker's own. */
  through: string[];
}

const bounds = {
  /** People looked at for one term that is asked for, and beyond the circle in all. */
  perTerm: 200,
  beyond: 100,
  /** Of whom it is looked at more closely how busy they are. */
  closely: 60,
};

const loadDays = 30;

/**
 * Who could help somebody with a kind of ask: the people of their circle, and beyond it whoever
 * says that they can, over a path of willing people. Everything is what the asker may see; who put
 * the tie to rest or is strained with them is left out without a word.
 */
export async function findHelpers(
  ctx: Context,
  asker: string,
  ask: Needs & { kind: AskKind },
  limit: number,
): Promise<FoundHelper[]> {
  const { tx, now } = ctx;
  const terms = termsOf(ask);
  const { ties, atRest } = await circleOf(ctx, asker);
  const offers = await offersFor(ctx, asker, { kind: ask.kind, terms });
  const isLeft = (id: string) => id !== asker && !ties.has(id) && !atRest.has(id);
  const known = await findByTerms(ctx, terms);
  const beyond = [...new Set([...offers.keys(), ...known])].filter(isLeft);
  const paths = await pathsTo(ctx, asker, new Set(beyond.slice(0, bounds.beyond)));
  const ids = [...ties.keys(), ...paths.keys()];
  const view = await viewOf(asPerson(ctx, asker), ids);
  const facets = await readFacets(tx, ids, now, view.showFields);
  const seen = await readSeen(tx, ids);
  const received = await countHelpOfType(tx, { to: asker, type: helpTypes[ask.kind], until: now });
  const helped = await countHelped(tx, ids, 0, asker);
  const candidates = ids.map((id): HelperCandidate => {
    const tie = ties.get(id);
    const { skills = [], goals = [] } = facets.get(id) ?? {};
    const offer = offers.get(id);
    return {
      person: id,
      means: {
        terms: [...skills, ...goals],
        offer: offer ? { terms: [...offer.skills, ...offer.topics] } : null,
        helpedBefore: (received.get(id) ?? 0) + (helped.get(id)?.[ask.kind] ?? 0),
      },
      load: noLoad,
      seenAt: seen.get(id) ?? null,
      evidence: tie?.evidence ?? null,
      pathChance: chanceOf(paths.get(id)),
      helpedAsker: tie?.measures.evidence.helpDaysReceived ?? 0,
    };
  });
  const ranked = await rankClosely(ctx, asker, ask, candidates, limit);
  return ranked
    .slice(0, limit)
    .map((helper) => ({ ...helper, through: paths.get(helper.person)?.people.slice(1, -1) ?? [] }));
}

/** A path's score may exceed its chance, a chance never 1. */
const chanceOf = (path: RankedPath | undefined): number | null =>
  path ? Math.min(path.score, path.probability) : null;

/** Ranked once by what is known of all, and the first of them again with how busy they are. */
async function rankClosely(
  { tx, now, tenant }: Context,
  asker: string,
  needs: Needs,
  candidates: readonly HelperCandidate[],
  limit: number,
): Promise<RankedHelper[]> {
  const { constants: model } = modelOf(tenant);
  const first = rankHelpers(asker, needs, candidates, now, model);
  const ids = first.slice(0, Math.max(bounds.closely, limit)).map(({ person }) => person);
  const sinceDay = Math.floor(now / MS_PER_DAY) - loadDays + 1;
  const { halfLifeDays } = model;
  const given = await readHelpGiven(tx, ids, { at: now, halfLifeDays, sinceDay });
  const waiting = await countOpenIntroductions(tx, ids, now);
  const closely = new Set(ids);
  const busy = candidates.flatMap((candidate) => {
    if (!closely.has(candidate.person)) return [];
    const { weight = 0, days = 0 } = given.get(candidate.person) ?? {};
    const load = {
      waiting: waiting.get(candidate.person) ?? 0,
      helpDays: days,
      usualHelpDays: usualHelpDays(weight, halfLifeDays),
    };
    return [{ ...candidate, load }];
  });
  return rankHelpers(asker, needs, busy, now, model);
}

const termKinds = ["skill", "interest", "organization", "title"] as const;

/** Who names what is asked for among skills, interests, organizations or titles. */
function findByTerms({ tx }: Context, terms: readonly string[]): Promise<Set<string>> {
  const keys = terms.flatMap((term) => termKinds.map((kind) => ({ kind, key: normalise(term) })));
  return findByAnySearchKey(tx, keys, bounds.perTerm);
}
