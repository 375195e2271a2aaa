import t from "tap";
import { testApi, testStart } from "../../testing/test-api.ts";

const day = 86_400_000;
t.setTimeout(300_000);
const api = await testApi(t);

t.test("after a gathering, those who came follow up with each other, until they do", async (t) => {
  const client = await api.client();
  for (const name of ["ada", "ben", "cho"]) await client.put(`/v1/people/ext:${name}`, { name });
  const gathering = await client.post("/v1/gatherings", {
    ...{ title: "Dinner", kind: "dinner" },
    ...{ startsAt: "2026-03-01T07:00:00Z", endsAt: "2026-03-01T09:00:00Z" },
  });
  t.equal(gathering.status, 201, gathering.text);
  const { id } = gathering.body;
  for (const [name, response] of [
    ["ada", "attended"],
    ["ben", "attended"],
    ["cho", "declined"],
  ]) {
    const came = await client.put(`/v1/gatherings/${id}/attendees/ext:${name}`, { response });
    t.ok(came.status < 300, came.text);
  }
  const read = async () => (await client.get("/v1/people/ext:ada/nudges")).body.data;
  t.match(await read(), [
    {
      ...{ kind: "followUp", code: "metAtGathering", person: { externalId: "ben" } },
      about: { kind: "gathering", id },
    },
  ]);
  t.equal((await read()).length, 1, "not with who did not come");
  api.clock.set(testStart + day);
  const note = { type: "message", from: "ext:ada", to: ["ext:ben"] };
  const occurredAt = new Date(testStart + day).toISOString();
  await client.post("/v1/interactions", { ...note, occurredAt });
  t.same(await read(), []);
});
