import type { Instant } from "@kith/core";
import type { Context } from "../../context.ts";
import { notFound, Problem } from "../../errors.ts";
import { toIso } from "../../http/time.ts";
import { requireFoundBy, viewOf } from "../frames/view.ts";
import { isHeldOn } from "../people/held-days.ts";
import { parsePersonRef, requirePerson, resolvePeople } from "../people/person-refs.ts";
import type { Position } from "../people/profile.ts";
import { normalise, type WantedKey } from "../people/search-keys.ts";
import { fanOut } from "./fan-out.ts";
import { findHolders, readPositions } from "./queries/targets.ts";

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

/** People who fit a description on a day, as far as who asks may see that they do. */
async function whoFits(ctx: Context, to: Description, at: Instant): Promise<string[]> {
  const day = toIso(at).slice(0, 10);
  const keys = keysOf(to);
  const found = await findHolders(ctx.tx, keys, { day, most: fanOut.targetPeople });
  const view = await viewOf(ctx, found);
  // Whoever hides what is asked for does not fit, or asking would tell.
  const fields = [...new Set(keys.map(({ kind }) => (kind === "skill" ? "skills" : "positions")))];
  const seen = found.filter(
    (id) => view.finds(id) && fields.every((field) => view.sees(id, field)),
  );
  if (to.organization === undefined || to.role === undefined) return seen;
  // Both are true of each, but maybe of two positions.
  const positions = await readPositions(ctx.tx, seen);
  const fits = (position: Position) =>
    normalise(position.organization) === normalise(to.organization ?? "") &&
    normalise(position.title ?? "") === normalise(to.role ?? "") &&
    isHeldOn(position, day);
  return seen.filter((id) => positions.get(id)?.some(fits));
}

function keysOf({ organization, role, skill }: Description): WantedKey[] {
  const wanted = [
    { kind: "organization", text: organization },
    { kind: "title", text: role },
    { kind: "skill", text: skill },
  ] as const;
  return wanted.flatMap(({ kind, text }) =>
    text === undefined ? [] : [{ kind, key: normalise(text) }],
  );
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
