import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import t from "tap";
import { type Client, testApi } from "../../testing/test-api.ts";
import { recordContacts } from "./testing/contacts.ts";

// The published vectors are not ours to pass on: they are read from where they were put.
const root = resolve(import.meta.dirname, "../../../../..");
const file = resolve(root, process.env.KITH_DATA ?? "../shared/data", "vectors.json");

interface Vector {
  name: string;
  events: [number, number, number][];
  pair: [number, number];
  queries: (Record<string, number> & { now: number })[];
}

t.test("holds the reference vectors to 1e-9 through the API", async (t) => {
  if (!existsSync(file)) {
    t.pass("skipped", { skip: `no ${file}: set KITH_DATA to the folder with vectors.json` });
    return;
  }
  const api = await testApi(t);
  let checked = 0;
  for (const vector of JSON.parse(readFileSync(file, "utf8")) as Vector[]) {
    const client = await api.client();
    const last = Math.max(...vector.events.map(([, , seconds]) => seconds));
    api.clock.set(last * 1000);
    await recordContacts(
      client,
      vector.events.map(([from, to, seconds]) => [`p${from}`, `p${to}`, seconds * 1000]),
    );
    for (const query of vector.queries) {
      const measured = await measures(client, vector.pair, query.now * 1000);
      for (const [field, expected] of Object.entries(query)) {
        const value = measured[field];
        if (value === undefined) continue;
        const isClose = value !== null && Math.abs(value - expected) <= 1e-9;
        if (!isClose)
          t.fail(`${vector.name} at ${query.now}: ${field} is ${value}, not ${expected}`);
        checked += 1;
      }
    }
  }
  t.ok(checked >= 250, `${checked} values checked`);
});

/** The fields of the vectors that the API answers; the person term is not for members' eyes. */
async function measures(client: Client, [from, to]: [number, number], at: number) {
  const query = `?at=${new Date(at).toISOString()}`;
  const { body: tie } = await client.get(`/v1/ties/ext:p${from}/ext:p${to}${query}`);
  const url = `/v1/ties/ext:p${from}/ext:p${to}/explanation${query}`;
  const parts: { measure: string; value: number | null; inputs: Record<string, number> }[] = (
    await client.get(url)
  ).body.parts;
  const part = (measure: string) => parts.find((part) => part.measure === measure);
  const fields: Record<string, number | null | undefined> = {
    U: part("weight")?.value,
    contactDays: tie.evidence.contactDays,
    silenceDays: part("contactProbability.days90")?.inputs.silenceDays,
    kappa: part("kappa")?.value,
    strength: tie.strength,
    p30: tie.contactProbability.days30,
    p90: tie.contactProbability.days90,
    p365: tie.contactProbability.days365,
    initiativeShare: tie.reciprocity.initiativeShare,
    reciprocity: tie.reciprocity.contact,
    balance: tie.reciprocity.balance.contact,
    expectedGapDays: tie.cadence.expectedDays,
  };
  return fields;
}
