import { testSql } from "@kith/db/testing";
import t from "tap";
import { decided } from "../../testing/decided.ts";
import { testApi } from "../../testing/test-api.ts";

t.test("audit entries", async (t) => {
  const api = await testApi(t);
  const client = await api.client();
  const headers = { "x-request-id": "request-1" };
  const person = await client.post("/v1/people", { externalId: "ada" }, { headers });
  const key = await client.post("/v1/api-keys", { name: "hr", scopes: ["people:write"] });
  const { key: secret, id: keyId } = key.body;
  await client.patch("/v1/people/ext:ada", { name: "Ada" }, { key: secret });
  await client.delete("/v1/people/ext:ada");
  const list = async (query = "") => (await client.get(`/v1/audit-entries${query}`)).body.data;

  t.test("say who did what to whom, newest first", async (t) => {
    const entries = await list();
    t.same(
      entries.map(({ outcome }: { outcome: string }) => outcome),
      [
        ...["person.erased", "person.updated", "apiKey.created", "person.created"],
        ...["apiKey.created", "tenant.created"],
      ],
    );
    t.match(entries[1], {
      recordedAt: "2026-03-02T09:30:00.000Z",
      actor: { kind: "apiKey", id: keyId },
      operation: "people.update",
      object: { kind: "person", id: person.body.id, relatedId: null },
      objectCount: 1,
    });
    t.match(entries[3], { requestId: "request-1" });
    t.match(entries[5], { actor: { kind: "operator", id: null }, operation: "tenant.create" });
  });

  t.test("are found by object, of an erased person too, and by actor", async (t) => {
    t.equal((await list(`?object=${person.body.id}`)).length, 3);
    t.match(await list(`?actor=${keyId}`), [{ outcome: "person.updated" }]);
    t.equal((await client.get("/v1/audit-entries?actor=nobody")).body.code, "invalid_id");
  });

  t.test("are paged", async (t) => {
    const first = (await client.get("/v1/audit-entries?limit=4")).body;
    const second = (await client.get(`/v1/audit-entries?limit=4&cursor=${first.nextCursor}`)).body;
    t.same([...first.data, ...second.data], await list());
    t.equal(second.nextCursor, null);
  });

  t.test("are dated in real time, though the test clock was moved", async (t) => {
    await client.post("/v1/test-clock/advance", { days: 400 });
    await client.post("/v1/people", {});
    t.equal((await list())[0].recordedAt, "2026-03-02T09:30:00.000Z");
    await decided(testSql(t, api.ownerUrl));
    const { data } = (await client.get("/v1/events?types=person.created")).body;
    t.equal(data.at(-1).occurredAt, "2027-04-06T09:30:00.000Z", "events follow the test clock");
  });
});
