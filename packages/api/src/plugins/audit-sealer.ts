import type { FastifyInstance } from "fastify";
import fp from "fastify-plugin";
import { sealEntries } from "../changes/seal-entries.ts";
import type { Services } from "../services.ts";

/**
 * Seals audit entries a moment after they were written, outside of the requests that write them,
 * and one tenant at a time. What a stopped process leaves unsealed the next write of that tenant
 * brings to its seal, or `pnpm kith audit seal`.
 */
export const auditSealerPlugin = fp<{ services: Services }>(
  async (app: FastifyInstance, { services }) => {
    const { database, clock, config } = services;
    if (config.sealAfterMs === 0) return;
    const waiting = new Set<string>();
    let timer: NodeJS.Timeout | null = null;
    let isClosing = false;
    let running: Promise<void> = Promise.resolve();

    async function sealWaiting(): Promise<void> {
      for (const tenantId of [...waiting]) {
        waiting.delete(tenantId);
        try {
          if (!(await sealEntries(database, tenantId, clock.now())).isDone) sealSoon(tenantId);
        } catch (error) {
          app.log.warn({ error: String(error) }, "audit entries are not sealed yet");
        }
      }
    }

    function sealSoon(tenantId: string): void {
      waiting.add(tenantId);
      if (timer || isClosing) return;
      timer = setTimeout(() => {
        timer = null;
        running = running.then(sealWaiting);
      }, config.sealAfterMs);
      timer.unref();
    }

    app.addHook("onResponse", async (request, reply) => {
      const isRead = request.method === "GET" || request.method === "HEAD";
      if (!isRead && request.caller && reply.statusCode < 400) sealSoon(request.caller.tenantId);
    });
    app.addHook("onClose", async () => {
      isClosing = true;
      if (timer) clearTimeout(timer);
      await running;
    });
  },
  { name: "audit-sealer", dependencies: ["auth"] },
);
