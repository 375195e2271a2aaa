import { Resources } from "./generated/resources.ts";
import { type KithOptions, settingsOf } from "./options.ts";
import { realRuntime } from "./runtime.ts";
import { createCaller } from "./transport.ts";

/**
 * A client of one Kith server, for one API key or member token.
 *
 *     const kith = new Kith({ baseUrl: "https://kith.example.com", apiKey: "kith_test_…" });
 *     const ada = await kith.people.get("ext:ada");
 */
export class Kith extends Resources {
  constructor(options: KithOptions) {
    super(createCaller(settingsOf(options), { ...realRuntime, ...options.runtime }));
  }
}
