import type { Context } from "../../context.ts";
import { notFound, Problem } from "../../errors.ts";
import { requireFoundBy, viewOf } from "../frames/view.ts";
import { parsePersonRef, requirePerson, resolvePeople } from "../people/person-refs.ts";
import { findBySearchKey } from "../people/queries/find-by-search-key.ts";
import { normalise } from "../people/search-keys.ts";
import { fanOut } from "./fan-out.ts";

export type Target =
  | { person: string }
  | { organization: string }
  | { skill: string }
  | { role: string };

/** The requester and the people whom a search may end at, as ids; the requester is none of them. */
export async function findEnds(
  ctx: Context,
  { from, to }: { from: string; to: Target },
): Promise<{ from: string; targets: Set<string> }> {
  if ("person" in to) return twoPeople(ctx, from, to.person);
  const { tx } = ctx;
  const requester = await requirePerson(tx, from, "/from");
  const fitting = await findBySearchKey(tx, searchKey(to), fanOut.targetPeople);
  const view = await viewOf(ctx, fitting);
  // Whoever hides what is asked for does not fit, or asking would tell.
  const field = "skill" in to ? "skills" : "positions";
  const targets = new Set(fitting.filter((id) => view.finds(id) && view.sees(id, field)));
  targets.delete(requester);
  return { from: requester, targets };
}

function searchKey(to: Exclude<Target, { person: string }>) {
  if ("organization" in to)
    return { kind: "organization" as const, key: normalise(to.organization) };
  if ("skill" in to) return { kind: "skill" as const, key: normalise(to.skill) };
  return { kind: "title" as const, key: normalise(to.role) };
}

async function twoPeople(ctx: Context, from: string, to: string) {
  const { tx } = ctx;
  // Throws, naming the place: it is no reference at all.
  if (!parsePersonRef(from)) await requirePerson(tx, from, "/from");
  if (!parsePersonRef(to)) await requirePerson(tx, to, "/to/person");
  const found = await resolvePeople(tx, [from, to]);
  const [requester, target] = [found.get(from), found.get(to)];
  if (requester === undefined || target === undefined) throw notFound();
  requireFoundBy(await viewOf(ctx, [target]), target, to);
  if (requester !== target) return { from: requester, targets: new Set([target]) };
  throw new Problem("invalid_request", "A path leads to somebody else.", {
    errors: [{ pointer: "/to/person", detail: "must be somebody else than `from`" }],
  });
}
