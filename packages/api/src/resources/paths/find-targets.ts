import type { Instant } from "@kith/core";
import type { Context } from "../../context.ts";
import { notFound, Problem } from "../../errors.ts";
import { toIso } from "../../http/time.ts";
import { requireFoundBy, viewOf } from "../frames/view.ts";
import { parsePersonRef, requirePerson, resolvePeople } from "../people/person-refs.ts";
import { isHeldOn, type Position } from "../people/profile.ts";
import { normalise } from "../people/search-keys.ts";
import { fanOut } from "./fan-out.ts";
import { findByKeys, findPositionsByKeys } from "./queries/targets.ts";

/** Who fits all that is named; a role and an organization in one position. */
export interface Description {
  organization?: string;
  skill?: string;
  role?: string;
}

export type Target = { person: string } | Description;

/** The requester and the people whom a search may end at, as ids; the requester is none of them. */
export async function findEnds(
  ctx: Context,
  { from, to }: { from: string; to: Target },
  at: Instant,
): Promise<{ from: string; targets: Set<string> }> {
  if ("person" in to) return twoPeople(ctx, from, to.person);
  // Sent together: they do not wait for each other.
  const [requester, fitting] = await Promise.all([
    requirePerson(ctx.tx, from, "/from"),
    whoFits(ctx, to, at),
  ]);
  const targets = new Set(fitting);
  targets.delete(requester);
  return { from: requester, targets };
}

const most = fanOut.targetPeople;

/** People who fit a description at a moment, as far as who asks may see that they do. */
async function whoFits(ctx: Context, to: Description, at: Instant): Promise<string[]> {
  const { tx } = ctx;
  const organization = to.organization === undefined ? null : normalise(to.organization);
  const role = to.role === undefined ? null : normalise(to.role);
  const keys = [
    ...(organization === null ? [] : [{ kind: "organization" as const, key: organization }]),
    ...(role === null ? [] : [{ kind: "title" as const, key: role }]),
    ...(to.skill === undefined ? [] : [{ kind: "skill" as const, key: normalise(to.skill) }]),
  ];
  const positions =
    (organization ?? role) === null ? null : await findPositionsByKeys(tx, keys, most);
  const found = positions ? [...positions.keys()] : await findByKeys(tx, keys, most);
  const view = await viewOf(ctx, found);
  // Whoever hides what is asked for does not fit, or asking would tell.
  const sees = (id: string) =>
    view.finds(id) &&
    (to.skill === undefined || view.sees(id, "skills")) &&
    (positions === null || view.sees(id, "positions"));
  const seen = found.filter(sees);
  if (positions === null) return seen;
  const day = toIso(at).slice(0, 10);
  const fits = (position: Position) =>
    (organization === null || normalise(position.organization) === organization) &&
    (role === null || normalise(position.title ?? "") === role);
  // Found by one key, some position fits: of whom all are held, there is nothing to compare.
  const isSure = organization === null || role === null;
  return seen.filter((id) => {
    const all = positions.get(id) ?? [];
    const held = all.filter((position) => isHeldOn(position, day));
    return (isSure && held.length === all.length) || held.some(fits);
  });
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
