import process from "node:process";
import { Kith, KithError } from "@kith/sdk";
import { load, Refused } from "./loading/load.ts";
import { readOptions, UsageError } from "./loading/options.ts";
import { settingsMetadata, settle } from "./loading/period.ts";
import { createProgress } from "./loading/progress.ts";
import { castWellKnown } from "./loading/well-known.ts";
import { simulate } from "./simulation/simulate.ts";

const DAY_MS = 86_400_000;

async function main(): Promise<void> {
  const { url, apiKey, given } = readOptions(process.argv.slice(2), process.env);
  const kith = new Kith({ baseUrl: url, apiKey });
  const settings = await settle(kith, given, () => Date.now());
  const { people, days, seed, until } = settings;
  const simulation = simulate({ seed, people, days, start: until - days * DAY_MS });
  const [first] = simulation.people;
  if (first) Object.assign(first.metadata, settingsMetadata(settings));

  const progress = createProgress(process.stderr);
  const loaded = await load(kith, castWellKnown(simulation), progress).finally(progress.end);
  const isNew = loaded.people.created + loaded.interactions.created > 0;
  process.stdout.write(
    isNew
      ? `loaded ${loaded.people.created} people, ${loaded.interactions.created} interactions and ${loaded.ties} declared ties\n`
      : "everything was there already\n",
  );
}

try {
  await main();
} catch (error) {
  // What the caller can mend is a sentence; anything else is a fault of this program.
  const isExpected = [UsageError, KithError, Refused].some((kind) => error instanceof kind);
  if (!isExpected || !(error instanceof Error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
