/** The service in a process of its own, as in production; ends with its parent. */
import { readConfig, serve } from "../../src/index.ts";

const config = {
  ...readConfig({}),
  port: 0,
  logLevel: "silent",
  rateLimitPerMinute: 0,
  tenantRateLimitPerMinute: 0,
};
const server = await serve(config, process.env.DATABASE_URL ?? "");
process.on("disconnect", () => void server.close().then(() => process.exit()));
process.send?.(server.url);
