import { type Audience, audiences, audiencesOf, stranger } from "@kith/core";
import type { Context } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { requirePerson } from "../people/person-refs.ts";
import { readPeople } from "../people/queries.ts";
import { readAcquaintances } from "./queries.ts";
import { requireFound, type ShownPerson, viewOfPerson } from "./view.ts";

export interface SeenPerson {
  viewerId: string;
  /** The audiences that the viewer belongs to, widest first. */
  audiences: Audience[];
  /** Exactly what the viewer is answered; null where they can't find the person. */
  person: ShownPerson | null;
}

/** A person as another member sees them. */
export async function asSeenBy(
  ctx: Context,
  { person: ref, viewer: viewerRef }: { person: string; viewer: string },
): Promise<SeenPerson> {
  const id = await requirePerson(ctx.tx, ref, "/path/person");
  const viewerId = await requireFound(ctx, viewerRef, "/path/viewer");
  const [person] = await readPeople(ctx.tx, [id]);
  if (!person) throw notFound();
  const view = await viewOfPerson(ctx, viewerId, [id]);
  const known = (await readAcquaintances(ctx.tx, viewerId, [id])).get(id) ?? stranger;
  const belongs = viewerId === id ? new Set(audiences) : audiencesOf(known);
  return {
    viewerId,
    audiences: audiences.filter((audience) => belongs.has(audience)),
    person: view.finds(id) ? view.show(person) : null,
  };
}
