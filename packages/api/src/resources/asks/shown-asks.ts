import { type AskState, askState } from "@kith/core";
import type { Context } from "../../context.ts";
import { showBriefs } from "../frames/show-briefs.ts";
import { viewOfPerson } from "../frames/view.ts";
import { type Addressed, isOwnSide, type Reader } from "../helping/addressed-to.ts";
import type { PersonBrief } from "../ties/queries/list.ts";
import type { StoredAsk } from "./queries.ts";

/** An ask as its reader may know of it. */
export interface ShownAsk extends Omit<StoredAsk, "personId" | "people" | "helpers"> {
  person: PersonBrief;
  state: AskState;
  /** Whom it names; null where the reader is not the asker. */
  people: string[] | null;
  helpers: PersonBrief[];
}

/** For `addressedTo`: what is over stays known to who helped with it. */
export const addressed = <T extends StoredAsk>(ask: T, at: number): T & Addressed => ({
  ...ask,
  isLive: askState(ask, at) === "open",
  partakers: ask.helpers,
});

/** Asks in the words for a reader; those not for them must be left out before. */
export async function showAsks(
  ctx: Context,
  reader: Reader,
  asks: readonly StoredAsk[],
): Promise<ShownAsk[]> {
  const named = [...new Set(asks.flatMap(({ personId, helpers }) => [personId, ...helpers]))];
  const view = reader === null ? undefined : await viewOfPerson(ctx, reader, named);
  const briefs = await showBriefs(ctx, named, view);
  const brief = (id: string) => briefs.get(id) ?? { id, externalId: null, name: null };
  return asks.map(({ personId, people, helpers, note, outcome, ...ask }) => {
    const isOwn = isOwnSide(reader, personId);
    return {
      ...ask,
      person: brief(personId),
      state: askState(ask, ctx.now),
      people: isOwn ? people : null,
      helpers: isOwn ? helpers.map(brief) : [],
      note: isOwn ? note : null,
      outcome: isOwn ? outcome : null,
    };
  });
}
