import { interactionTypes as builtIn } from "@kith/core";
import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { requireMatch } from "../../http/etag.ts";
import { faultOfOrigin } from "../../http/origin.ts";
import { readTenant, type StoredTenant, updateTenant as write } from "./queries.ts";
import type { TenantPatch } from "./schemas.ts";

/** Changes the tenant's name or settings; what is not named stays. */
export async function updateTenant(
  ctx: Context,
  { patch, ifMatch }: { patch: TenantPatch; ifMatch: string | undefined },
): Promise<StoredTenant> {
  const tenant = await readTenant(ctx.tx, { lock: true });
  requireMatch(ifMatch, tenant.revision);
  const { name, ...set } = patch;
  const { interactionTypes, roles, allowedOrigins } = set;
  refuseRepeated(
    "interactionTypes",
    interactionTypes?.map(({ type }) => type),
    Object.keys(builtIn),
  );
  refuseRepeated(
    "roles",
    roles?.map(({ role }) => role),
    [],
  );
  refuseRepeated("allowedOrigins", allowedOrigins, []);
  for (const [index, origin] of (allowedOrigins ?? []).entries()) refuseFault(index, origin);
  const settings = { ...tenant.settings, ...set };
  const change = { ...(name === undefined ? {} : { name }), settings, updatedAt: ctx.now };
  await write(ctx.tx, change, tenant.revision);
  const revision = tenant.revision + 1;
  await recordChange(ctx, {
    type: "tenant.updated",
    id: tenant.id,
    sequence: revision,
    data: { fields: Object.keys(patch) },
  });
  return { ...tenant, ...change, revision };
}

function refuseFault(index: number, origin: string): void {
  const detail = faultOfOrigin(origin);
  if (detail === null) return;
  throw new Problem("invalid_request", `"${origin}" is not an origin as browsers send it.`, {
    errors: [{ pointer: `/allowedOrigins/${index}`, detail }],
  });
}

function refuseRepeated(field: string, words: string[] | undefined, taken: readonly string[]) {
  const seen = new Set(taken);
  for (const [index, word] of (words ?? []).entries()) {
    if (seen.has(word)) {
      throw new Problem("invalid_request", `"${word}" is there already.`, {
        errors: [{ pointer: `/${field}/${index}`, detail: `"${word}" is built in or repeated` }],
      });
    }
    seen.add(word);
  }
}
