import type { Database } from "@kith/db";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";

/** What the composition root hands to plugins and routes. */
export interface Services {
  database: Database;
  clock: Clock;
  config: Config;
  /** Drops the keys kept in memory: called when one is revoked or changed. */
  forgetKeys: () => void;
}
