import { type HelpAudience, isAddressed, stranger } from "@kith/core";
import type { Context } from "../../context.ts";
import { readAcquaintances } from "../frames/queries.ts";
import { viewOfPerson } from "../frames/view.ts";

/** For whom an answer is; null for the platform itself. */
export type Reader = string | null;

/** A member reads for themselves; a key for the person it names, or for the platform. */
export const readerOf = ({ actor }: Pick<Context, "actor">, named: string | null = null): Reader =>
  actor.kind === "member" ? actor.personId : named;

/** An ask, an offer or a goal, as far as it matters who may know of it. */
export interface Addressed extends HelpAudience {
  readonly personId: string;
  /** Open now: what is over is its owner's alone, and of those who had a part in it. */
  readonly isLive: boolean;
  readonly partakers?: readonly string[];
  /** Others whom it speaks of: who can't find them can't know of it. */
  readonly mentions?: readonly string[];
}

/**
 * The one place where audiences are applied: of some asks, offers or goals those that a reader may
 * know of. Their own; and of people whom they can find, what is open and addressed to them, or what
 * they had a part in. Everything else is as if it never was.
 */
export async function addressedTo<T extends Addressed>(
  ctx: Context,
  reader: Reader,
  things: readonly T[],
): Promise<T[]> {
  if (reader === null) return [...things];
  const owners = [...new Set(things.map(({ personId }) => personId))].filter((id) => id !== reader);
  const mentioned = things.flatMap(({ mentions = [] }) => mentions);
  const view = await viewOfPerson(ctx, reader, [...owners, ...mentioned]);
  const known = await readAcquaintances(ctx.tx, reader, owners);
  return things.filter((thing) => {
    const { personId, isLive, partakers = [], mentions = [] } = thing;
    if (personId === reader) return true;
    if (![personId, ...mentions].every((id) => view.finds(id))) return false;
    if (partakers.includes(reader)) return true;
    return isLive && isAddressed(thing, reader, known.get(personId) ?? stranger);
  });
}

export const isOwnSide = (reader: Reader, personId: string): boolean =>
  reader === null || reader === personId;
