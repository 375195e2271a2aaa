import { createPublicKey, verify } from "node:crypto";
import t from "tap";
import { parseId } from "../../http/ids.ts";
import { testApi } from "../../testing/test-api.ts";
import { dumper } from "../people/testing/dumper.ts";

t.test("an erased person", async (t) => {
  const api = await testApi(t);
  const client = await api.client();
  const dump = dumper(t, api.ownerUrl);
  const emails = ["Canary@Example.org", "second@example.org"];
  await client.put("/v1/people/ext:gone", { name: "Gone", emails });
  await client.put("/v1/people/ext:old", {});
  await client.post("/v1/people/ext:old/merge", { into: "ext:gone" });
  await client.put("/v1/people/ext:sharer", { emails: ["second@example.org"] });
  const erased = (await client.delete("/v1/people/ext:gone")).body;
  const refused = { status: 409, body: { code: "suppressed" } };

  t.test("does not come back by any write, under any identifier", async (t) => {
    const create = (body: object) => client.post("/v1/people", body);
    t.match(await create({ externalId: "gone" }), refused);
    t.match(await create({ externalId: "new", emails: ["canary@example.ORG"] }), refused);
    t.match(await client.put("/v1/people/ext:gone", {}), refused);
    t.match(await client.put("/v1/people/ext:old", {}), refused, "nor under an old name");
    await client.put("/v1/people/ext:other", {});
    const patch = await client.patch("/v1/people/ext:other", { emails });
    t.match(patch, {
      ...refused,
      body: { errors: [{ pointer: "/emails/0", code: "suppressed" }] },
    });
    t.equal((await client.get("/v1/people/ext:gone")).status, 404);
    t.equal((await client.get("/v1/people/ext:new")).status, 404);
  });

  t.test("is refused item by item in a batch of people; the others are stored", async (t) => {
    const batch = [{ externalId: "fine" }, { externalId: "gone" }, { externalId: "x", emails }];
    const { body } = await client.post("/v1/people/batch", batch);
    t.match(body, { created: 1, rejected: [{ index: 1 }, { index: 2 }] });
    t.match(body.rejected[1].errors, [
      { pointer: "/emails/0", code: "suppressed" },
      { pointer: "/emails/1", code: "suppressed" },
    ]);
  });

  t.test("is not created by an interaction that names them", async (t) => {
    const call = { type: "call", occurredAt: "2026-02-01T10:00:00Z" };
    const named = { ...call, from: "ext:sharer", to: ["ext:gone"] };
    t.match(await client.post("/v1/interactions", { ...named, createPeople: true }), refused);
    const others = { ...call, from: "ext:sharer", to: ["ext:somebody"] };
    const { body } = await client.post("/v1/interactions/batch", {
      createPeople: true,
      interactions: [named, others],
    });
    t.match(body, { created: 1, rejected: [{ index: 0 }] });
    t.match(body.rejected[0].errors, [{ pointer: "/to/0", code: "suppressed" }]);
  });

  t.test("takes nothing from who shared an address and is still there", async (t) => {
    const sharer = { emails: ["second@example.org"], name: "Still here" };
    t.equal((await client.put("/v1/people/ext:sharer", sharer)).status, 200);
    const { body } = await client.post("/v1/people/batch", [{ externalId: "sharer", ...sharer }]);
    t.match(body, { unchanged: 1, rejected: [] });
  });

  t.test("can't be told from what is kept of them", async (t) => {
    const left = await dump();
    t.notMatch(left, /canary/i);
    t.match((await client.get("/v1/suppressions")).body.data.length, 4);
    const other = await api.client();
    await other.put("/v1/people/ext:gone", {});
    await other.delete("/v1/people/ext:gone");
    const hashOf = async (of: typeof client) =>
      (await of.get("/v1/suppressions?externalId=gone")).body.data[0].hash;
    t.not(await hashOf(client), await hashOf(other), "hashed with each tenant's own key");
    t.same((await client.get("/v1/suppressions?email=nobody@example.org")).body.data, []);
  });

  t.test(
    "leaves a receipt that anybody can verify, and that does not tell who it was",
    async (t) => {
      const { body } = await client.get(`/v1/erasure-receipts/${erased.receipt.id}`);
      t.same(body, erased.receipt);
      t.equal(body.valid, true);
      const der = Buffer.from(body.publicKey, "base64");
      const key = createPublicKey({ key: der, format: "der", type: "spki" });
      const signature = Buffer.from(body.signature, "base64");
      t.ok(verify(null, Buffer.from(body.statement), key, signature));
      t.notOk(verify(null, Buffer.from(`${body.statement} `), key, signature));
      const stated = JSON.parse(body.statement);
      t.same(stated.erased, erased.erased);
      t.notOk(body.statement.includes(erased.id));
      t.notOk(body.statement.includes(parseId("person", erased.id)));
    },
  );

  t.test(
    "comes back once an administrator lifts the suppression, with all identifiers",
    async (t) => {
      const [{ hash }] = (await client.get("/v1/suppressions?externalId=gone")).body.data;
      t.same((await client.delete(`/v1/suppressions/${hash}`)).body, { lifted: 4 });
      t.equal((await client.delete(`/v1/suppressions/${hash}`)).status, 404);
      t.equal((await client.put("/v1/people/ext:gone", { emails })).status, 201);
      t.equal((await client.delete("/v1/suppressions/nonsense")).status, 404);
    },
  );
});

t.test("erasing by an identifier", async (t) => {
  const api = await testApi(t);
  const client = await api.client();

  t.test("erases everybody who has the address, however it is written", async (t) => {
    await client.put("/v1/people/ext:one", { emails: ["Shared@Example.org"] });
    await client.put("/v1/people/ext:two", { emails: ["shared@example.org", "own@example.org"] });
    await client.put("/v1/people/ext:three", { emails: ["shared@example.com"] });
    const { body } = await client.post("/v1/people/erasures", { email: "SHARED@example.org" });
    t.equal(body.receipts.length, 2);
    t.equal((await client.get("/v1/people/ext:one")).status, 404);
    t.equal((await client.get("/v1/people/ext:two")).status, 404);
    t.equal((await client.get("/v1/people/ext:three")).status, 200);
  });

  t.test("by an external id follows a merge", async (t) => {
    await client.put("/v1/people/ext:before", {});
    await client.put("/v1/people/ext:after", {});
    await client.post("/v1/people/ext:before/merge", { into: "ext:after" });
    const { body } = await client.post("/v1/people/erasures", { externalId: "before" });
    t.equal(body.receipts.length, 1);
    t.equal((await client.get("/v1/people/ext:after")).status, 404);
  });

  t.test("keeps out somebody who was never there", async (t) => {
    const answer = await client.post("/v1/people/erasures", { email: "never@example.org" });
    t.match(answer, { status: 200, body: { receipts: [] } });
    const created = await client.post("/v1/people", { emails: ["never@example.org"] });
    t.match(created, { status: 409, body: { code: "suppressed" } });
  });

  t.test("takes exactly one identifier", async (t) => {
    for (const body of [{}, { email: "a@example.org", externalId: "a" }, { email: "nonsense" }]) {
      t.equal((await client.post("/v1/people/erasures", body)).status, 400);
    }
  });
});
