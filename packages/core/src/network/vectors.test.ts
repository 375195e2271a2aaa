import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import t from "tap";
import {
  contactProbability,
  expectedDays,
  type Instant,
  Network,
  personContactProbability,
  silenceDays,
  tieKappa,
  tieWeight,
} from "../index.ts";

// The published vectors are not ours to pass on: they are read from where they were put.
const folder = process.env.KITH_DATA ?? resolve(import.meta.dirname, "../../../../../shared/data");
const file = resolve(folder, "vectors.json");

interface Vector {
  name: string;
  events: [number, number, number][];
  pair: [number, number];
  queries: Record<string, number>[];
}

t.test("holds the reference vectors to 1e-9", (t) => {
  if (!existsSync(file)) {
    t.pass("skipped", { skip: `no ${file}: set KITH_DATA to the folder with vectors.json` });
    return t.end();
  }
  let checked = 0;
  for (const { name, events, pair, queries } of JSON.parse(
    readFileSync(file, "utf8"),
  ) as Vector[]) {
    const network = new Network();
    network.observe(
      events.map(([from, to, seconds]) => ({
        type: "message",
        from: `${from}`,
        to: `${to}`,
        occurredAt: seconds * 1000,
      })),
    );
    const [one, other] = [`${pair[0]}`, `${pair[1]}`];
    for (const query of queries) {
      const at = (query.now ?? Number.NaN) * 1000;
      const measured = measures(network, one, other, at);
      for (const [field, expected] of Object.entries(query)) {
        if (field === "now") continue;
        const value = measured[field];
        const isClose = typeof value === "number" && Math.abs(value - expected) <= 1e-9;
        if (!isClose) t.fail(`${name} at ${query.now}: ${field} is ${value}, not ${expected}`);
        checked += 1;
      }
    }
  }
  t.ok(checked >= 300, `${checked} values checked`);
  t.end();
});

function measures(network: Network, one: string, other: string, at: Instant) {
  const evidence = network.evidence(one, other, at);
  const tie = network.tie(one, other, at);
  const seenAt = Math.min(network.lastSeenAt(one, at) ?? 0, network.lastSeenAt(other, at) ?? 0);
  const values: Record<string, number | null> = {
    U: tieWeight(evidence, at),
    contactDays: tie.evidence.contactDays,
    silenceDays: silenceDays(evidence, at),
    kappa: tieKappa(evidence, at),
    strength: tie.strength,
    p30: tie.contactProbability.days30,
    p90: tie.contactProbability.days90,
    p365: contactProbability(evidence, at, 365),
    p30_person: personContactProbability(evidence, seenAt, at, 30),
    p90_person: personContactProbability(evidence, seenAt, at, 90),
    initiativeShare: tie.reciprocity.initiativeShare,
    reciprocity: tie.reciprocity.contact,
    balance: tie.reciprocity.balance.contact,
    expectedGapDays: expectedDays(evidence),
  };
  return values;
}
