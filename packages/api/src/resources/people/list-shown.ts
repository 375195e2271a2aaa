import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { type ShownPerson, viewOf } from "../frames/view.ts";
import { listPeople, type PeopleFilter } from "./queries/list-people.ts";
import { searchKeys } from "./search-keys.ts";

/** How many rows are read at once, at most: frames are read for all of them together. */
const largest = 1_000;

/**
 * The people whom a member's filters find, by what that member is shown of them: a hidden skill is
 * not found, and whoever is not found takes no place on a page. Reads on until the page is full, so
 * that a short page means the end and nothing else.
 */
export async function listShown(ctx: Context, filter: PeopleFilter): Promise<ShownPerson[]> {
  if (filter.changedFrom !== null) {
    throw new Problem("invalid_request", "When others change is not for members to know.", {
      errors: [{ pointer: "?updatedSince", detail: "leave it out" }],
    });
  }
  const found: ShownPerson[] = [];
  let { after, limit } = filter;
  for (let isEnd = false; !isEnd && found.length < filter.limit; ) {
    const rows = await listPeople(ctx.tx, { ...filter, after, limit });
    const view = await viewOf(
      ctx,
      rows.map(({ id }) => id),
    );
    const shown = rows.filter(({ id }) => view.finds(id)).map((person) => view.show(person));
    found.push(...shown.filter((person) => matches(person, filter)));
    const last = rows.at(-1);
    after = last ? { updatedAt: 0, id: last.id } : after;
    isEnd = rows.length < limit;
    limit = Math.min(largest, limit * 2);
  }
  return found.slice(0, filter.limit);
}

/** Whether what is shown of a person is what the filters ask for. */
function matches(person: ShownPerson, { terms, exact }: PeopleFilter): boolean {
  const keys = searchKeys(person);
  const begins = (kind: string, prefix: string) =>
    keys.some((key) => key.kind === kind && key.key.startsWith(prefix));
  return (
    exact.every((wanted) =>
      keys.some(({ kind, key }) => kind === wanted.kind && key === wanted.key),
    ) &&
    terms.every(
      ({ words, whole }) => words.every((word) => begins("name", word)) || begins("email", whole),
    )
  );
}
