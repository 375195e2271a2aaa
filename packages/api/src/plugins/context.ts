import type { FastifyRequest } from "fastify";
import type { Context } from "../context.ts";
import { Problem } from "../errors.ts";
import { readTenant } from "../resources/tenant/queries.ts";
import type { Services } from "../services.ts";

/** Runs `work` in the caller's tenant: one transaction, and one reading of the tenant's clock. */
export function openContext<T>(
  { database, clock }: Services,
  request: FastifyRequest,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  const { caller } = request;
  if (!caller) throw new Problem("unauthenticated", "Send an API key.");
  const wall = clock.now();
  const operation = request.routeOptions.config.spec?.id ?? `${request.method} ${request.url}`;
  const origin = { operation, requestId: request.id };
  return database.withTenant(
    caller.tenantId,
    async (tx) => {
      const tenant = await readTenant(tx);
      const now = wall + tenant.clockOffsetMs;
      return work({ tenant, actor: caller.actor, origin, tx, now });
    },
    {
      readOnly: readsOnly(request),
      keepPlans: request.routeOptions.config.spec?.readsByKey ?? false,
    },
  );
}

/** A question by POST reads too, unless its answer is to be kept for a retry. */
function readsOnly({ method, headers, routeOptions }: FastifyRequest): boolean {
  if (method === "GET" || method === "HEAD") return true;
  const isQuestion = routeOptions.config.spec?.changesNothing !== undefined;
  return isQuestion && headers["idempotency-key"] === undefined;
}
