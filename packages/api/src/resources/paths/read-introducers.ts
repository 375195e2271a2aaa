import {
  emptyEvidence,
  hasPlace,
  helpReciprocity,
  introducerWillingness,
  introductionRules,
  type PathPerson,
} from "@kith/core";
import type { Context } from "../../context.ts";
import { countOpenIntroductions } from "../introductions/queries/count-open.ts";
import { fanOut } from "./fan-out.ts";
import { readIntroducers } from "./queries/people.ts";

/**
 * How ready some people are to introduce somebody, by what is so today. Who has no room for one more
 * introduction counts as not open to it.
 */
export async function readPossibleIntroducers(
  ctx: Context,
  requester: string,
  ids: readonly string[],
): Promise<(PathPerson & { id: string })[]> {
  const { tx } = ctx;
  // Sent together: they do not wait for each other.
  const [introducers, open] = await Promise.all([
    readIntroducers(tx, { requester, ids, most: fanOut.degree }),
    countOpenIntroductions(tx, ids, ctx.now),
  ]);
  return introducers.map(({ id, openToIntroduce, degree, help }) => {
    const pendingIntroductions = open.get(id) ?? 0;
    const facts = {
      openToIntroduce: openToIntroduce && hasPlace(pendingIntroductions),
      pendingIntroductions,
      introductionLimit: introductionRules.openPerIntroducer,
      reciprocity: help ? helpReciprocity({ ...emptyEvidence, ...help }) : null,
    };
    const willingness = introducerWillingness(facts);
    return { id, degree, openToIntroduce: facts.openToIntroduce, willingness, facts };
  });
}
