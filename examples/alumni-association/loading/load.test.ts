import type { Kith } from "@kith/sdk";
import t from "tap";
import { simulate } from "../simulation/simulate.ts";
import { load } from "./load.ts";
import { readOptions } from "./options.ts";
import { settingsMetadata, settle } from "./period.ts";
import { createProgress } from "./progress.ts";

const start = Date.UTC(2026, 0, 1);
const simulation = simulate({ seed: 5, people: 40, start, days: 120 });
const silent = () => createProgress({ write: () => {} });

/** As much of Kith as the loader can tell apart. */
function fakeKith(refuse = (_: object) => false) {
  const known = new Set<string>();
  const patched: string[] = [];
  const store = (items: { externalId: string }[]) => {
    const rejected = items.flatMap((item, index) =>
      refuse(item) ? [{ index, errors: [{ pointer: "/type", detail: "is unknown" }] }] : [],
    );
    const before = known.size;
    for (const { externalId } of items) known.add(externalId);
    const created = known.size - before;
    const old = items.length - created;
    return Promise.resolve({ created, updated: 0, unchanged: old, duplicates: old, rejected });
  };
  const kith = {
    people: { upsertBatch: store },
    interactions: { createBatch: store },
    ties: {
      update: (from: string, to: string) => Promise.resolve(patched.push(`${from}>${to}`)),
    },
  } as unknown as Kith;
  return { kith, known, patched };
}

const kithAnswering = (get: () => Promise<object>) => ({ people: { get } }) as unknown as Kith;

t.test("everything is loaded once, however often it is loaded", async (t) => {
  const { kith, known, patched } = fakeKith();
  const { people, interactions, declarations } = simulation;
  t.strictSame(await load(kith, simulation, silent()), {
    people: { created: people.length, updated: 0, unchanged: 0 },
    interactions: { created: interactions.length, duplicates: 0 },
    ties: declarations.length,
  });
  t.equal(known.size, people.length + interactions.length);
  t.equal(new Set(patched).size, declarations.length);
  t.match(await load(kith, simulation, silent()), {
    people: { created: 0, unchanged: people.length },
    interactions: { created: 0, duplicates: interactions.length },
  });
});

t.test("what Kith refuses is not passed over", async (t) => {
  const { kith } = fakeKith((item) => "type" in item && item.type === "conflict");
  await t.rejects(load(kith, simulation, silent()), {
    message: /interaction alumni-5-\d+: \/type is unknown/,
  });
});

t.test("a new tenant gets a period that ends now, an old one keeps its own", async (t) => {
  const missing = kithAnswering(() => Promise.resolve({ metadata: {} }));
  const now = () => 1_800_000_000_000;
  const fresh = { people: 300, days: 730, seed: 1, until: now() };
  t.strictSame(await settle(missing, {}, now), fresh);
  t.match(await settle(missing, { seed: 9, until: 5 }, now), { seed: 9, until: 5 });

  const old = { people: 40, days: 120, seed: 5, until: 1_700_000_000_000 };
  const metadata = settingsMetadata(old);
  const loaded = kithAnswering(() => Promise.resolve({ metadata }));
  t.strictSame(await settle(loaded, { people: 40 }, now), old);
  await t.rejects(settle(loaded, { seed: 6 }, now), /--seed 5: leave --seed out/);
});

t.test("mistakes in the options are answered with what would do", async (t) => {
  const env = { KITH_URL: "http://localhost", KITH_API_KEY: "k" };
  t.throws(() => readOptions([], {}), /set KITH_URL and KITH_API_KEY/);
  t.throws(() => readOptions(["--people", "3"], env), /--people must be a whole number from 20/);
  t.throws(() => readOptions(["--until", "now"], env), /--until must be a time such as/);
  t.throws(() => readOptions(["--poeple", "3"], env), /poeple/);
  t.strictSame(readOptions(["--until", "2026-11-01T00:00:00Z", "--days", "90"], env).given, {
    days: 90,
    until: Date.UTC(2026, 10, 1),
  });
});

t.test("progress is one updating line on a terminal and plain lines elsewhere", async (t) => {
  const written = (isTTY: boolean) => {
    let text = "";
    const progress = createProgress({
      isTTY,
      write: (more) => {
        text += more;
      },
    });
    const done = progress.step("people", 20);
    done(10);
    done(10);
    progress.end();
    return text;
  };
  t.equal(written(false), "people: 20\n");
  t.match(written(true), /\r.*people: 10 of 20 \(50 %\)\r.*people: 20 of 20 \(100 %\)\n$/);
});
