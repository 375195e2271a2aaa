import { type Model, modelProblems } from "@kith/core";
import { recordChange } from "../../changes/record-change.ts";
import type { Context, ModelSettings } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { requireMatch } from "../../http/etag.ts";
import { hasMoreContactDays, rewriteEvidence } from "./queries/rewrite-evidence.ts";
import { lockModel, writeModel } from "./queries.ts";
import { modelOfSettings } from "./tenant-model.ts";

/** Constants to put in place of the defaults; null takes one back to its default. */
export type Overrides = { [C in keyof Model]?: number | null | undefined };

/** Stored evidence was made with these: a change rewrites it for all of the tenant's pairs. */
export const storedConstants = [
  "halfLifeDays",
  "recentHalfLifeDays",
  "cadencePriorDays",
] as const satisfies readonly (keyof Model)[];

/** The most contact days that are summed anew within one call; see docs/decisions/0007-model.md. */
export const maxRewrittenDays = 100_000;

/** Changes constants of the tenant's model; what is not named stays. */
export async function updateModel(
  ctx: Context,
  { overrides, ifMatch }: { overrides: Overrides; ifMatch: string | undefined },
): Promise<ModelSettings> {
  const { tx, now, tenant } = ctx;
  const rewrites = storedConstants.some((constant) => overrides[constant] !== undefined);
  const before = await lockModel(tx, rewrites ? "update" : "no key update");
  requireMatch(ifMatch, before.revision);
  if (!changesAny(before, overrides)) return before;
  const revision = before.revision + 1;
  const after: ModelSettings = {
    revision,
    overrides: changed(before.overrides, overrides),
    overriddenIn: revision,
    // A scale of one's own, or the default one asked for by name, ends the calibration.
    calibration: overrides.kappaScale === undefined ? before.calibration : null,
    updatedAt: now,
  };
  refuseProblems(after.overrides);
  const [old, model] = [modelOfSettings(before).constants, modelOfSettings(after).constants];
  if (storedConstants.some((constant) => old[constant] !== model[constant])) {
    if (await hasMoreContactDays(tx, maxRewrittenDays)) throw tooMuchEvidence(overrides);
    await rewriteEvidence(tx, model);
  }
  await writeModel(tx, after);
  const data = { fields: Object.keys(overrides) };
  await recordChange(ctx, { type: "model.updated", id: tenant.id, sequence: revision, data });
  return after;
}

function changesAny({ overrides: held, calibration }: ModelSettings, named: Overrides): boolean {
  if (calibration && named.kappaScale !== undefined) return true;
  const entries = Object.entries(named) as [keyof Model, number | null][];
  return entries.some(([constant, value]) => (held[constant] ?? null) !== value);
}

function changed(before: Partial<Model>, overrides: Overrides): Partial<Model> {
  const merged = Object.entries({ ...before, ...overrides });
  return Object.fromEntries(merged.filter(([, value]) => value !== null && value !== undefined));
}

function refuseProblems(overrides: Partial<Model>): void {
  const problems = modelProblems(overrides);
  if (problems.length === 0) return;
  throw new Problem("invalid_request", "These constants do not go together: see `errors`.", {
    errors: problems.map(({ constant, problem }) => ({
      pointer: `/overrides/${constant}`,
      detail: problem,
    })),
  });
}

function tooMuchEvidence(overrides: Overrides): Problem {
  const named = storedConstants.filter((constant) => overrides[constant] !== undefined);
  const most = maxRewrittenDays.toLocaleString("en");
  const detail = `is worked into stored evidence, which can be rewritten for at most ${most} contact days`;
  return new Problem(
    "conflict",
    `You have more than ${most} contact days: half-lives and the cadence prior can't be changed any more. Nothing was changed.`,
    { errors: named.map((constant) => ({ pointer: `/overrides/${constant}`, detail })) },
  );
}
