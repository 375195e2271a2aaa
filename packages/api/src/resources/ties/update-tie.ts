import { builtInRoles, pairOf } from "@kith/core";
import { recordChange } from "../../changes/record-change.ts";
import type { Context, Tenant } from "../../context.ts";
import { notFound, Problem } from "../../errors.ts";
import { requireMatch } from "../../http/etag.ts";
import { holdModel } from "../model/queries.ts";
import { evidenceAt } from "./evidence-at.ts";
import { answeredTie, measuredTie, type Tie } from "./get-tie.ts";
import {
  type Declaration,
  lockDeclarer,
  readDeclaration,
  undeclared,
  writeDeclaration,
} from "./queries/declarations.ts";
import { requireEnds } from "./tie-ends.ts";

type Facets = Omit<Declaration, "revision" | "updatedAt">;
type Limits = NonNullable<Declaration["cadenceDays"]>;

/** Facets to change; null puts one back to what it is when nothing was declared. */
export type TieChange = {
  [F in Exclude<keyof Facets, "cadenceDays">]?: Facets[F] | null | undefined;
} & { cadenceDays?: Partial<Limits> | null | undefined };

/** Declares one side of a tie; the other side is neither changed nor told. */
export async function updateTie(
  ctx: Context,
  input: { from: string; to: string; change: TieChange; ifMatch: string | undefined },
): Promise<Tie> {
  const { from, to } = await requireEnds(ctx, input);
  const { change } = input;
  if (change.roles) requireKnownRoles(ctx.tenant, change.roles);
  if (change.cadenceDays) requireOrder(change.cadenceDays);
  if (!(await lockDeclarer(ctx.tx, from))) throw notFound();
  const before = await readDeclaration(ctx.tx, from, to);
  requireMatch(input.ifMatch, before.revision);
  const declared = {
    ...changed(before, change),
    revision: before.revision + 1,
    updatedAt: ctx.now,
  };
  await writeDeclaration(ctx.tx, from, to, declared);
  await recordChange(ctx, {
    type: "tie.declared",
    id: from,
    relatedId: to,
    sequence: declared.revision,
    data: { fields: Object.keys(change) },
  });
  const model = await holdModel(ctx.tx);
  const evidence = await evidenceAt(ctx, pairOf(from, to), ctx.now, model);
  return answeredTie(ctx, measuredTie({ from, to }, evidence, declared, ctx.now, model), model);
}

function changed(before: Declaration, change: TieChange): Facets {
  const { cadenceDays: cadence, ...facets } = change;
  const named = Object.entries(facets).filter(([, value]) => value !== undefined);
  const values = named.map(([name, value]) => [name, value ?? undeclared[name as keyof Facets]]);
  const { ideal = null, max = null } = cadence ?? {};
  const wished = ideal === null && max === null ? null : { ideal, max };
  return {
    ...before,
    ...Object.fromEntries(values),
    cadenceDays: cadence === undefined ? before.cadenceDays : wished,
  };
}

function requireKnownRoles({ settings }: Tenant, roles: readonly string[]): void {
  const known = new Set<string>([...builtInRoles, ...(settings.roles ?? []).map((r) => r.role)]);
  const errors = roles.flatMap((role, index) =>
    known.has(role)
      ? []
      : [{ pointer: `/roles/${index}`, detail: `must be one of ${[...known].join(", ")}` }],
  );
  if (errors.length === 0) return;
  throw new Problem("invalid_request", "Declare your own roles on the tenant first.", { errors });
}

function requireOrder({ ideal, max }: Partial<Limits>): void {
  if (ideal == null || max == null || max >= ideal) return;
  throw new Problem("invalid_request", "The longest silence can't be shorter than the ideal one.", {
    errors: [{ pointer: "/cadenceDays/max", detail: "must not be less than `ideal`" }],
  });
}
