import { rankWays } from "@kith/core";
import type { Context } from "../../context.ts";
import { type IdKind, toId } from "../../http/ids.ts";
import { toIso } from "../../http/time.ts";
import { type Message, say } from "../../words/say.ts";
import { showBriefs } from "../frames/show-briefs.ts";
import { asPerson, circleOf } from "../helping/circle-of.ts";
import { listed, nameOf } from "../helping/show-helpers.ts";
import { modelOf } from "../model/tenant-model.ts";
import { requirePerson } from "../people/person-refs.ts";
import type { PersonBrief } from "../ties/queries/list.ts";
import { toPersonBrief } from "../ties/tie-body.ts";
import {
  asksToAnswer,
  goalsToServe,
  introductionsToAnswer,
  milestonesToShare,
} from "./collect-ways.ts";
import type { FoundWay } from "./found-way.ts";
import { ownMeans } from "./own-means.ts";
import type { WayToHelpBody } from "./schemas.ts";

/** What a person could do for others now, of all that others let them know. */
export async function listWays(
  ctx: Context,
  { person: ref, limit }: { person: string; limit: number },
): Promise<{ data: WayToHelpBody[]; at: string; model: string }> {
  const person = await requirePerson(ctx.tx, ref, "/path/person");
  const model = modelOf(ctx.tenant);
  const circle = await circleOf(ctx, person);
  const of = { person, circle, means: await ownMeans(ctx, person) };
  const found = [
    ...(await asksToAnswer(ctx, of)),
    ...(await goalsToServe(ctx, of)),
    ...(await milestonesToShare(ctx, of)),
    ...(await introductionsToAnswer(ctx, of)),
  ];
  const ranked = rankWays(found, ctx.now, model.constants).slice(0, limit);
  return { data: await showWays(ctx, person, ranked), at: toIso(ctx.now), model: model.name };
}

async function showWays(
  ctx: Context,
  reader: string,
  ways: readonly FoundWay[],
): Promise<WayToHelpBody[]> {
  const ids = [
    ...new Set(ways.flatMap(({ person, target }) => (target ? [person, target] : [person]))),
  ];
  const briefs = await showBriefs(asPerson(ctx, reader), ids);
  const brief = (id: string): PersonBrief => briefs.get(id) ?? { id, externalId: null, name: null };
  return ways.map(({ kind, id, person, target, key, params, reasons }) => {
    const names = {
      name: nameOf(brief(person)),
      ...(target === null ? {} : { target: nameOf(brief(target)) }),
    };
    const shownId = toId(kind satisfies IdKind, id);
    return {
      kind,
      id: shownId,
      href: `/v1/${kind}s/${shownId}`,
      person: toPersonBrief(brief(person)),
      text: say({ key, params: { ...names, ...params } }),
      reasons: reasons.map(({ code, terms = [], params: more }) => ({
        code,
        terms: [...terms],
        text: say({
          key: `helping.because.${code}` satisfies Message["key"],
          params: { ...names, terms: listed(terms), ...more },
        }),
      })),
    };
  });
}
