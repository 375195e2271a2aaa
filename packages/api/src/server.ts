import { createDatabase } from "@kith/db";
import type { FastifyInstance } from "fastify";
import { buildApp } from "./app.ts";
import { systemClock } from "./clock.ts";
import type { Config } from "./config.ts";

export interface RunningServer {
  app: FastifyInstance;
  /** Where this machine reaches it. */
  url: string;
  /** Finishes what runs, then lets go of the port and the database. */
  close(): Promise<void>;
}

/** Starts the service; `databaseUrl` is that of the role that row-level security binds. */
export async function serve(config: Config, databaseUrl: string): Promise<RunningServer> {
  const database = createDatabase({ url: databaseUrl });
  const app = await buildApp({ database, clock: systemClock, config });
  const close = async () => {
    await app.close();
    await database.end();
  };
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await close();
    throw new Error(listenAdvice(error as NodeJS.ErrnoException, config), { cause: error });
  }
  const address = app.server.address();
  const port = typeof address === "object" && address !== null ? address.port : config.port;
  const host = ["0.0.0.0", "::"].includes(config.host) ? "localhost" : config.host;
  return { app, url: `http://${host.includes(":") ? `[${host}]` : host}:${port}`, close };
}

function listenAdvice(error: NodeJS.ErrnoException, { host, port }: Config): string {
  if (error.code === "EADDRINUSE") {
    return `Port ${port} is already in use. Stop what listens there, or choose another: PORT=${port + 1} pnpm start`;
  }
  if (error.code === "EACCES") {
    return `This user may not listen on port ${port}. Choose one above 1023: PORT=3000 pnpm start`;
  }
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return `The address ${host} is not one of this machine's. Leave HOST out, or set it to 127.0.0.1 or 0.0.0.0.`;
  }
  return `Listening on ${host}:${port} failed: ${error.message}`;
}
