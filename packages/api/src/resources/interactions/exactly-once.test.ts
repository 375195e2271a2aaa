import type { Interaction } from "@kith/core";
import fc from "fast-check";
import t from "tap";
import { type Client, testApi } from "../../testing/test-api.ts";
import { differences, expectedEvidence, storedEvidence } from "./testing/stored-evidence.ts";

const api = await testApi(t);

interface Event {
  externalId: string;
  type: string;
  from: string;
  to: string[];
  occurredAt: number;
}

const names = ["ada", "grace", "alan", "edsger", "barbara"];
const types = ["message", "advice", "thanks", "conflict", "repair", "coffee", "row"];
const settings = {
  interactionTypes: [
    { type: "coffee", category: "contact" },
    { type: "row", category: "friction" },
  ],
};
const categories: Record<string, Interaction["category"]> = {
  message: "contact",
  advice: "help",
  thanks: "courtesy",
  conflict: "friction",
  repair: "friction",
  coffee: "contact",
  row: "friction",
};

// Few people and few days, so that events meet on the same pairs and days.
const event = fc
  .record({
    type: fc.constantFrom(...types),
    people: fc.shuffledSubarray(names, { minLength: 2, maxLength: 4 }),
    occurredAt: fc.oneof(
      fc.integer({ min: 0, max: 8 * 86_400_000 }).map((ms) => Date.UTC(2026, 1, 1) + ms),
      fc.integer({ min: 0, max: Date.UTC(2026, 1, 1) }),
    ),
  })
  .map(({ type, people: [from = "", ...to], occurredAt }) => ({ type, from, to, occurredAt }));

const history = fc
  .array(event, { minLength: 1, maxLength: 40 })
  .map((events) => events.map((e, index) => ({ ...e, externalId: `e${index}` })));

const toItem = ({ from, to, occurredAt, ...rest }: Event) => ({
  ...rest,
  from: `ext:${from}`,
  to: to.map((name) => `ext:${name}`),
  occurredAt: new Date(occurredAt).toISOString(),
});

async function newTenant(): Promise<Client> {
  const client = await api.client();
  await client.patch("/v1/tenant", settings);
  return client;
}

const send = (client: Client, events: readonly Event[]) =>
  client.post("/v1/interactions/batch", { interactions: events.map(toItem), createPeople: true });

/** The log as core takes it, with the ids that this tenant's people have. */
function logOf(events: readonly Event[], idOf: Map<string, string>): Interaction[] {
  return events.flatMap(({ type, from, to, occurredAt }) =>
    to.map((name) => ({
      type,
      category: categories[type] ?? "contact",
      from: idOf.get(from) ?? from,
      to: idOf.get(name) ?? name,
      occurredAt,
    })),
  );
}

async function wrong(client: Client, events: readonly Event[]): Promise<string[]> {
  const stored = await storedEvidence(api.database, client.tenantId);
  const found = differences(stored.pairs, expectedEvidence(logOf(events, stored.idOf)));
  for (const name of names) {
    const own = events.filter(({ from, to }) => from === name || to.includes(name));
    const last = own.length === 0 ? undefined : Math.max(...own.map((e) => e.occurredAt));
    if (stored.seen[name] !== last) found.push(`${name} was last seen ${stored.seen[name]}`);
  }
  return found;
}

const split = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );

t.test(
  "any order, split, repetition and interleaving give the evidence that core has",
  async (t) => {
    const scenario = fc.record({
      events: history,
      seed: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      size: fc.integer({ min: 1, max: 30 }),
      repeats: fc.integer({ min: 1, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(scenario, async ({ events, seed, size, repeats }) => {
        const client = await newTenant();
        const random = () => seed.next().value ?? 0;
        const sent = Array.from({ length: repeats }, () => events)
          .flat()
          .map((e) => ({ e, key: random() }))
          .sort((x, y) => x.key - y.key)
          .map(({ e }) => e);
        const queue = split(sent, size);
        let created = 0;
        let duplicates = 0;
        const worker = async () => {
          for (let batch = queue.shift(); batch; batch = queue.shift()) {
            const { status, body, text } = await send(client, batch);
            if (status !== 200 || body.rejected.length > 0) throw new Error(text);
            created += body.created;
            duplicates += body.duplicates;
          }
        };
        await Promise.all([worker(), worker(), worker(), worker()]);
        if (created !== events.length) throw new Error(`${created} of ${events.length} created`);
        if (created + duplicates !== sent.length) throw new Error("some are not accounted for");
        const found = await wrong(client, events);
        if (found.length > 0) throw new Error(found.join("\n"));
      }),
      { numRuns: 25 },
    );
    t.pass("for every history");
  },
);

t.test("a voided interaction is as if it had never been", async (t) => {
  await fc.assert(
    fc.asyncProperty(
      history,
      fc.func(fc.boolean()),
      fc.boolean(),
      async (events, isVoided, atOnce) => {
        const client = await newTenant();
        await send(client, events);
        const list = (await client.get("/v1/interactions?limit=200")).body.data;
        const gone = list.filter(({ externalId }: Event) => isVoided(externalId));
        const remove = ({ id }: { id: string }) => client.delete(`/v1/interactions/${id}`);
        const late = [{ ...(events[0] as Event), externalId: "late", type: "advice" }];
        if (atOnce) await Promise.all([...gone.map(remove), send(client, late)]);
        else for (const one of gone) await remove(one);
        const again = await send(client, events);
        if (again.body.created !== 0) throw new Error("a voided one came back");
        const left = events.filter(({ externalId }) => !isVoided(externalId));
        const found = await wrong(client, atOnce ? [...left, ...late] : left);
        if (found.length > 0) throw new Error(found.join("\n"));
      },
    ),
    { numRuns: 15 },
  );
  t.pass("for every history");
});

t.test("the same batch under one idempotency key, twenty times at once, counts once", async (t) => {
  const client = await api.client();
  const item = {
    type: "message",
    from: "ext:ada",
    to: ["ext:grace"],
    occurredAt: "2026-02-01T00:00:00Z",
  };
  const body = { interactions: [item, item, item], createPeople: true };
  const headers = { "idempotency-key": "one-import" };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => client.post("/v1/interactions/batch", body, { headers })),
  );
  for (const { status, body } of answers) {
    t.match({ status, body }, { status: 200, body: { created: 3, duplicates: 0, rejected: [] } });
  }
  t.equal((await client.get("/v1/interactions")).body.data.length, 3);
});

t.test(
  "many writers of the same external ids in different orders: each once, none fails",
  async (t) => {
    const client = await api.client();
    const events = Array.from({ length: 60 }, (_, index) => ({
      externalId: `x${index}`,
      type: "message",
      from: names[index % 5] as string,
      to: [names[(index + 1 + (index % 3)) % 5] as string],
      occurredAt: Date.UTC(2026, 0, 1) + index * 3_600_000,
    }));
    const orders = Array.from({ length: 8 }, (_, turn) => {
      const turned = [...events.slice(turn * 7), ...events.slice(0, turn * 7)];
      return turn % 2 === 0 ? turned : turned.reverse();
    });
    const answers = await Promise.all(orders.map((order) => send(client, order)));
    t.same(
      answers.map(({ status }) => status),
      orders.map(() => 200),
    );
    t.equal(
      answers.reduce((sum, { body }) => sum + body.created, 0),
      60,
    );
    t.same(await wrong(client, events), []);
  },
);
