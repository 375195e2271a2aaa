import type { Context } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { requirePerson } from "./person-refs.ts";
import type { StoredPerson } from "./profile.ts";
import { readPeople } from "./queries.ts";

export async function getPerson({ tx }: Context, ref: string): Promise<StoredPerson> {
  const id = await requirePerson(tx, ref, "/path/person");
  const [person] = await readPeople(tx, [id]);
  if (!person) throw notFound();
  return person;
}
