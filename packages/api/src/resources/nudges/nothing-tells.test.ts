import { permissionOf } from "@kith/core";
import t from "tap";
import { buildRequest, type Fixture, missing } from "../../testing/fixture.ts";
import { operationsOf } from "../../testing/operations.ts";
import { type Client, testApi, testStart } from "../../testing/test-api.ts";

/**
 * What Ada keeps to herself, Grace can't tell: whatever Grace may read is compared, byte for byte,
 * with a world in which Ada did nothing of it.
 */
t.setTimeout(600_000);
const api = await testApi(t, { rateLimitPerMinute: 0 });
const at = (days: number) => new Date(testStart + days * 86_400_000).toISOString();
const reads = operationsOf(api.app).filter(
  ({ id, method }) =>
    permissionOf(id) !== "never" && (method === "GET" || /^(paths|people)\.search$/.test(id)),
);

interface World {
  client: Client;
  ids: Record<string, string>;
  /** Ada's nudges, by kind and person. */
  nudges: Map<string, string>;
}

async function create(): Promise<World> {
  const client = await api.client();
  const ids: Record<string, string> = {};
  let ms = 0;
  const tick = () => api.clock.set(testStart - 1000 + ms++);
  for (const name of ["ada", "grace", "alan"]) {
    tick();
    ids[name] = (await client.put(`/v1/people/ext:${name}`, { name })).body.id;
  }
  const record = async (type: string, from: string, to: string, days: number) => {
    tick();
    const occurredAt = at(days);
    const event = { type, from: `ext:${from}`, to: [`ext:${to}`], occurredAt };
    const { status, text } = await client.post("/v1/interactions", event);
    t.equal(status, 201, text);
  };
  for (let n = 0; n < 10; n++) {
    await record("message", n % 2 ? "ada" : "grace", n % 2 ? "grace" : "ada", -60 - 7 * n);
    await record("call", "alan", "ada", -2 - 9 * n);
    await record("call", "grace", "alan", -3 - 9 * n);
  }
  await record("advice", "grace", "ada", -30);
  await record("support", "alan", "ada", -5);
  api.clock.set(testStart);
  const { body } = await client.get("/v1/people/ext:ada/nudges");
  const nudges = new Map<string, string>(
    body.data.map((one: { id: string; kind: string; person: { externalId: string } | null }) => [
      `${one.kind} ${one.person?.externalId}`,
      one.id,
    ]),
  );
  return { client, ids, nudges };
}

/** All that Grace can read, with the same names for ids in every world. */
async function look({ client, ids }: World): Promise<Map<string, string>> {
  const { token } = (await client.post("/v1/member-tokens", { person: "ext:grace" })).body;
  const people = Object.entries(ids).map(([name, id]) => [id, `<${name}>`] as const);
  const masked = (text: string) => {
    const said = new Map<string, string>(people);
    return text.replaceAll(/\b[a-z]{3}_[0-9a-z]{26}\b/g, (id) => {
      if (!said.has(id)) said.set(id, `<${said.size}>`);
      return said.get(id) as string;
    });
  };
  const seen = new Map<string, string>();
  for (const operation of reads) {
    const permission = permissionOf(operation.id);
    const self = typeof permission === "object" ? permission.self : null;
    const has = (name: string) => operation.parameters.some((one) => one.name === name);
    for (const other of [ids.ada, ids.alan] as string[]) {
      const own = { ...missing, person: ids.grace, otherPerson: other } as Fixture;
      const { method, url, body } = buildRequest(operation, own, {
        parameters: {
          ...(self && has(self) ? { [self]: ids.grace as string } : {}),
          ...(has("to") ? { to: other } : {}),
          ...(permission === "anyone" && has("person") ? { person: other } : {}),
        },
      });
      const answer = await client.call(method, url, {
        key: token,
        headers: { "x-request-id": "same" },
        ...(body === undefined ? {} : { body }),
      });
      const { status, headers, text } = answer;
      seen.set(`${operation.id} ${masked(url)}`, `${status} ${headers.etag} ${masked(text)}`);
    }
  }
  return seen;
}

const by = "ext:ada";
const tie = "/v1/ties/ext:ada/ext:grace";

t.test("notes, rhythms, preferences and what was done with nudges show nowhere", async (t) => {
  const plain = await look(await create());
  const world = await create();
  const { client, nudges } = world;
  const done = async (status: number, text: string) => t.equal(status, 200, text);
  const secret = { note: "a secret word", cadenceDays: { ideal: 3, max: 9 }, proximity: "remote" };
  const declared = await client.patch(tie, secret);
  await done(declared.status, declared.text);
  const wanted = await client.put("/v1/people/ext:ada/nudge-preferences", { weeklyBudget: 9 });
  await done(wanted.status, wanted.text);
  t.ok(nudges.has("thank grace"), [...nudges.keys()].join());
  const dismissed = await client.post(`/v1/nudges/${nudges.get("thank grace")}/dismiss`, { by });
  await done(dismissed.status, dismissed.text);
  const later = { by, until: at(3) };
  const snoozed = await client.post(`/v1/nudges/${nudges.get("thank alan")}/snooze`, later);
  await done(snoozed.status, snoozed.text);
  const seen = await look(world);
  t.ok(seen.size > reads.length);
  t.same([...seen], [...plain]);
  t.notMatch([...seen.values()].join(), /a secret word/);
  t.comment(`${reads.length} operations that read, ${seen.size} answers compared`);
});

t.test(
  "of a pause there is no word: about Ada there is then nothing to do, and no more",
  async (t) => {
    const before = await look(await create());
    const world = await create();
    await world.client.patch(tie, { paused: true });
    const after = await look(world);
    const differing = [...after].filter(([key, text]) => before.get(key) !== text);
    for (const [key] of differing) t.match(key, /^(nudges|paths|people\.peopleToMeet)/, key);
    for (const [key, text] of differing) t.notMatch(text, /paus/i, key);
    const readiness = [...after].filter(([key]) => key.startsWith("people.askReadiness"));
    t.ok(readiness.length > 0);
    for (const [key, text] of readiness) t.equal(text, before.get(key), "nor do asks tell of it");
  },
);
