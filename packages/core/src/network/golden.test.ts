import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import t from "tap";
import { type Instant, Network, personContactProbability } from "../index.ts";

// Written by golden/ties.py, an independent implementation over raw events.
const file = resolve(import.meta.dirname, "../../golden/ties.json");

type Measured = Record<string, number | string | boolean | null>;

interface Golden {
  name: string;
  events: [string, string, string, number][];
  measures: (Measured & { at: number; from: string; to: string })[];
}

for (const { name, events, measures } of JSON.parse(readFileSync(file, "utf8")) as Golden[]) {
  t.test(`measures as the independent implementation does: ${name}`, (t) => {
    const network = new Network();
    network.observe(
      events.map(([from, to, type, seconds]) => ({ from, to, type, occurredAt: seconds * 1000 })),
    );
    for (const { at, from, to, ...expected } of measures) {
      const measured = measure(network, from, to, at * 1000);
      for (const [field, value] of Object.entries(expected)) {
        const got = measured[field];
        const isEqual =
          typeof value === "number" && typeof got === "number"
            ? Math.abs(got - value) <= 1e-9 * Math.max(1, Math.abs(value) / 1e6)
            : got === value;
        if (!isEqual) t.fail(`${from} -> ${to} at ${at}: ${field} is ${got}, not ${value}`);
      }
      t.same(Object.keys(measured).sort(), Object.keys(expected).sort());
    }
    t.end();
  });
}

function measure(network: Network, from: string, to: string, at: Instant): Measured {
  const tie = network.tie(from, to, at);
  const seenAt = Math.min(network.lastSeenAt(from, at) ?? 0, network.lastSeenAt(to, at) ?? 0);
  return {
    strength: tie.strength,
    band: tie.band,
    trend: tie.trend,
    strained: tie.strained,
    confidence: tie.confidence,
    p30: tie.contactProbability.days30,
    p90: tie.contactProbability.days90,
    p365: tie.contactProbability.days365,
    p90Person: personContactProbability(network.evidence(from, to, at), seenAt, at, 90),
    expectedDays: tie.cadence.expectedDays,
    dueAt: tie.cadence.dueAt,
    overdueDays: tie.cadence.overdueDays,
    initiativeShare: tie.reciprocity.initiativeShare,
    contactDays: tie.evidence.contactDays,
    reciprocity: tie.reciprocity.contact,
    helpReciprocity: tie.reciprocity.help,
    balance: tie.reciprocity.balance.contact,
    helpBalance: tie.reciprocity.balance.help,
    standing: tie.reciprocity.standing,
    given: tie.evidence.given,
    received: tie.evidence.received,
  };
}
