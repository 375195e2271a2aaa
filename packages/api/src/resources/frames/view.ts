import {
  audiencesOf,
  defaultFrame,
  type Frame,
  isFound,
  resolveFrame,
  showFields,
  stranger,
} from "@kith/core";
import type { Context } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { parsePersonRef, requirePerson } from "../people/person-refs.ts";
import type { StoredPerson } from "../people/profile.ts";
import { readAcquaintances, readFrames, unframed } from "./queries.ts";

/** A person as somebody is shown them: what is hidden is empty, and looks like what is not there. */
export type ShownPerson = Omit<StoredPerson, "openToIntroduce" | "updatedAt"> & {
  /** null: hidden. */
  openToIntroduce: boolean | null;
  /** null for other members: it would tell that something hidden changed. */
  updatedAt: number | null;
};

/**
 * The one place where frames are applied: everything that an answer says of other people goes
 * through the view of who asks. A platform's key sees everything; a member sees their own profile,
 * and of others what those let them see.
 */
export interface View {
  show(person: StoredPerson): ShownPerson;
  /** Some fields of a profile as they may be shown: what is hidden is null, or an empty list. */
  showFields<T extends object>(id: string, fields: T): T;
  /** Whether the person exists for who asks. */
  finds(id: string): boolean;
  sees(id: string, field: keyof Frame): boolean;
}

const all: View = {
  show: (person) => person,
  showFields: (_, fields) => fields,
  finds: () => true,
  sees: () => true,
};

/** The view of who asks, of some people. */
export const viewOf = (ctx: Context, ids: Iterable<string>): Promise<View> =>
  ctx.actor.kind === "member" ? viewOfPerson(ctx, ctx.actor.personId, ids) : Promise.resolve(all);

/** The view that one person has of some people. */
export async function viewOfPerson(
  { tx, tenant }: Context,
  viewer: string,
  ids: Iterable<string>,
): Promise<View> {
  const others = [...new Set(ids)].filter((id) => id !== viewer);
  const chosen = await readFrames(tx, others);
  const known = await readAcquaintances(tx, viewer, others);
  const judge = (id: string) => {
    const acquaintance = known.get(id) ?? stranger;
    const { audiences } = chosen.get(id) ?? unframed;
    const frame = resolveFrame(audiences, tenant.settings.frame ?? {});
    return { frame, contact: acquaintance.contact, seen: audiencesOf(acquaintance) };
  };
  const read = new Set(others);
  // Of somebody whose frame was not read nothing is shown: forgetting one must not disclose.
  const isKnown = (id: string) => id === viewer || read.has(id);
  const framed = <T extends object>(id: string, fields: T): T => {
    if (id === viewer) return fields;
    const { frame, seen } = judge(id);
    return showFields(fields, isKnown(id) ? frame : closed, seen) as T;
  };
  return {
    showFields: framed,
    show: (person) => {
      const own = person.id === viewer;
      const shown = framed(person.id, person) as ShownPerson;
      return { ...shown, metadata: {}, ...(own ? {} : { updatedAt: null }) };
    },
    finds: (id) => {
      if (id === viewer) return true;
      const { frame, seen, contact } = judge(id);
      return isKnown(id) && isFound(frame, seen, contact);
    },
    sees: (id, field) => {
      if (id === viewer) return true;
      const { frame, seen } = judge(id);
      return isKnown(id) && frame[field] !== "private" && seen.has(frame[field]);
    },
  };
}

const closed = Object.fromEntries(
  Object.keys(defaultFrame).map((field) => [field, "private"]),
) as Frame;

/**
 * The id of a person whom who asks can find; for anybody else the answer is that of a person who
 * never was. An external id that is hidden leads nowhere, or asking for it would confirm it.
 */
export async function requireFound(ctx: Context, ref: string, pointer: string): Promise<string> {
  const id = await requirePerson(ctx.tx, ref, pointer);
  const view = await viewOf(ctx, [id]);
  requireFoundBy(view, id, ref);
  return id;
}

export function requireFoundBy(view: View, id: string, ref: string): void {
  const byExternalId = "externalId" in (parsePersonRef(ref) ?? {});
  if (!view.finds(id) || (byExternalId && !view.sees(id, "externalId"))) throw notFound();
}
