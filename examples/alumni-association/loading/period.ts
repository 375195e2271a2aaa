import { isProblem, type Kith } from "@kith/sdk";
import { type Options, UsageError } from "./options.ts";

/** Which simulation a tenant holds: everything in it follows from these four numbers. */
export interface Settings {
  people: number;
  days: number;
  seed: number;
  until: number;
}

/** The first person carries the settings, so that loading again continues the same association. */
export const FIRST_PERSON = "ext:alum-0001";

const KEY = "simulation";
const defaults = { people: 300, days: 730, seed: 1 };

export const settingsMetadata = (settings: Settings): Record<string, string> => ({
  [KEY]: JSON.stringify(settings),
});

/** A new period ends now; a tenant that was loaded before keeps its own. */
export async function settle(
  kith: Kith,
  given: Options["given"],
  now: () => number,
): Promise<Settings> {
  const loaded = await loadedSettings(kith);
  if (loaded === null) return { ...defaults, until: now(), ...given };
  for (const name of ["people", "days", "seed", "until"] as const) {
    if (given[name] === undefined || given[name] === loaded[name]) continue;
    const was = name === "until" ? new Date(loaded.until).toISOString() : loaded[name];
    throw new UsageError(
      `this tenant holds an association with --${name} ${was}: leave --${name} out, or take a new tenant`,
    );
  }
  return loaded;
}

async function loadedSettings(kith: Kith): Promise<Settings | null> {
  try {
    const { metadata } = await kith.people.get(FIRST_PERSON);
    const text = metadata?.[KEY];
    return typeof text === "string" ? (JSON.parse(text) as Settings) : null;
  } catch (error) {
    if (isProblem(error, "not_found")) return null;
    throw error;
  }
}
