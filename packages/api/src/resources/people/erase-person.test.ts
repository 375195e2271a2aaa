import t from "tap";
import { parseId } from "../../http/ids.ts";
import { testApi } from "../../testing/test-api.ts";
import { changeRecord, dumper } from "./testing/dumper.ts";

const uuidOf = (id: string): string => parseId("person", id) ?? "";
const at = (day: string) => `2026-02-${day}T10:00:00Z`;

t.test("erasing a person", async (t) => {
  const api = await testApi(t);
  const client = await api.client();
  const dump = dumper(t, api.ownerUrl);
  const record = async (interaction: Record<string, unknown>) => {
    const answer = await client.post("/v1/interactions", { createPeople: true, ...interaction });
    t.equal(answer.status, 201, answer.text);
    return answer.body;
  };

  t.test("leaves no trace of them, anywhere, and no change to others", async (t) => {
    const base = { type: "message", from: "ext:bea", to: ["ext:cyd"], occurredAt: at("01") };
    await record(base);
    const before = (await client.get("/v1/ties/ext:bea/ext:cyd")).body;
    const input = {
      externalId: "canary-ext",
      name: "Canary Canaryson",
      emails: ["canary@example.org"],
      skills: ["canary keeping"],
      metadata: { canary: "canary" },
    };
    const keyed = { headers: { "idempotency-key": "canary-key" } };
    const { id } = (await client.post("/v1/people", input, keyed)).body;
    const url = "/v1/people/ext:canary-ext";
    const metadata = { note: "canary-meta" };
    await client.put("/v1/people/ext:canary-old", { name: "Canary Once" });
    await client.post("/v1/people/ext:canary-old/merge", { into: id });
    for (const [from, to, day] of [
      ["canary-ext", "bea", "02"],
      ["bea", "canary-ext", "03"],
      ["cyd", "canary-ext", "20"],
    ]) {
      const names = { from: `ext:${from}`, to: [`ext:${to}`], externalId: `canary-${day}` };
      await record({ type: "advice", occurredAt: at(day as string), metadata, ...names });
    }
    const gone = await record({ ...base, to: ["ext:canary-ext"], type: "conflict" });
    await client.delete(`/v1/interactions/${gone.id}`);
    await client.patch("/v1/ties/ext:canary-ext/ext:bea", { note: "canary note" });
    await client.patch("/v1/ties/ext:bea/ext:canary-ext", { note: "about canary" });
    const uuid = uuidOf(id);
    t.match(await dump(), /canary/i);
    t.match(await dump(), uuid);

    const answer = await client.delete(url);
    t.match(answer, { status: 200, body: { id, erasedAt: "2026-03-02T09:30:00.000Z" } });
    t.same(answer.body.erased, {
      interactions: 4,
      relationships: 2,
      contactDays: 3,
      declarations: 2,
      aliases: 2,
    });
    const left = await dump();
    t.notMatch(left, /canary/i);
    t.notOk((await dump({ without: changeRecord })).includes(uuid));
    const retry = await client.post("/v1/people", input, keyed);
    t.match(retry, { status: 409, body: { code: "idempotency_key_reused" } }, "not done again");
    t.notMatch(retry.text, /canary/i);
    for (const ref of [id, "ext:canary-ext", "ext:canary-old"]) {
      t.equal((await client.get(`/v1/people/${ref}`)).status, 404);
      t.equal((await client.delete(`/v1/people/${ref}`)).status, 404);
    }
    t.same((await client.get("/v1/ties/ext:bea/ext:cyd")).body, before);
  });

  t.test("puts back when others were last seen", async (t) => {
    const seen = async (ref: string) =>
      (await client.get(`/v1/people/ext:${ref}/export`)).body.lastSeenAt;
    await record({ type: "call", from: "ext:dee", to: ["ext:eve"], occurredAt: at("05") });
    await record({ type: "call", from: "ext:fay", to: ["ext:dee"], occurredAt: at("09") });
    await record({ type: "call", from: "ext:fay", to: ["ext:gus"], occurredAt: at("08") });
    t.equal(await seen("dee"), "2026-02-09T10:00:00.000Z");
    t.equal((await client.delete("/v1/people/ext:fay")).status, 200);
    t.equal(await seen("dee"), "2026-02-05T10:00:00.000Z");
    t.equal(await seen("gus"), null);
  });

  t.test("keeps the other recipients of an interaction, and its external id taken", async (t) => {
    const event = {
      type: "gathering",
      from: "ext:host",
      to: ["ext:one", "ext:two", "ext:three"],
      occurredAt: at("10"),
      externalId: "dinner",
    };
    const { id } = await record(event);
    const read = async () => (await client.get(`/v1/interactions/${id}`)).body;
    const idOf = async (name: string) => (await client.get(`/v1/people/ext:${name}`)).body.id;
    const [two, three] = [await idOf("two"), await idOf("three")];
    await client.delete("/v1/people/ext:one");
    t.same((await read()).to, [two, three]);
    t.equal((await read()).externalId, "dinner");
    const again = await client.post("/v1/interactions", { ...event, to: ["ext:two"] });
    t.match(again, { status: 200, body: { id } }, "a duplicate still");
    await client.delete("/v1/people/ext:two");
    t.same((await read()).to, [three]);
    await client.delete("/v1/people/ext:host");
    t.equal((await client.get(`/v1/interactions/${id}`)).status, 404);
  });

  t.test("and recording with them at once ends with all or nothing of them", async (t) => {
    const batchWith = (torn: string) =>
      Array.from({ length: 40 }, (_, index) => ({
        type: "message",
        from: index % 2 ? torn : "ext:other",
        to: [index % 2 ? "ext:other" : torn],
        occurredAt: at(String(1 + (index % 28)).padStart(2, "0")),
        externalId: `${torn}-${index}`,
      }));
    for (let round = 0; round < 5; round++) {
      const torn = `ext:torn-${round}`; // the same one can't come back
      const batch = batchWith(torn);
      await client.put(`/v1/people/${torn}`, {});
      await client.put("/v1/people/ext:other", {});
      const { id } = (await client.get(`/v1/people/${torn}`)).body;
      const answers = await Promise.all([
        client.post("/v1/interactions/batch", batch),
        client.delete(`/v1/people/${id}`),
        client.post("/v1/interactions/batch", batch),
      ]);
      t.same(
        answers.map(({ status }) => status),
        [200, 200, 200],
      );
      t.notOk((await dump({ without: changeRecord })).includes(uuidOf(id)));
    }
  });
});
