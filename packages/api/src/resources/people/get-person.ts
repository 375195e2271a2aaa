import type { Context } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { requireFoundBy, type ShownPerson, viewOf } from "../frames/view.ts";
import { requirePerson } from "./person-refs.ts";
import type { StoredPerson } from "./profile.ts";
import { readPeople } from "./queries.ts";

export async function getPerson({ tx }: Context, ref: string): Promise<StoredPerson> {
  const id = await requirePerson(tx, ref, "/path/person");
  const [person] = await readPeople(tx, [id]);
  if (!person) throw notFound();
  return person;
}

/** A person as who asks is shown them. */
export async function seePerson(ctx: Context, ref: string): Promise<ShownPerson> {
  const person = await getPerson(ctx, ref);
  const view = await viewOf(ctx, [person.id]);
  requireFoundBy(view, person.id, ref);
  return view.show(person);
}
