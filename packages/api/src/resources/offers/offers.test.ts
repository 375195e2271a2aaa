import t from "tap";
import { type Client, testApi, testStart } from "../../testing/test-api.ts";

t.setTimeout(600_000);

const api = await testApi(t, { rateLimitPerMinute: 0 });
const day = 86_400_000;

async function tenant(...names: string[]): Promise<Client> {
  const client = await api.client();
  for (const name of names) await client.put(`/v1/people/ext:${name}`, { name });
  return client;
}

const tokenOf = async (client: Client, name: string) =>
  (await client.post("/v1/member-tokens", { person: `ext:${name}` })).body.token as string;

t.afterEach(() => api.clock.set(testStart));

t.test("an offer stands until its time or until it is withdrawn", async (t) => {
  const client = await tenant("ada");
  const expiresAt = new Date(testStart + 10 * day).toISOString();
  const body = { by: "ext:ada", kinds: ["advice"], title: "Looms", expiresAt };
  const made = await client.post("/v1/offers", body);
  t.match(made, { status: 201, body: { state: "open", taken: 0, audience: { to: "network" } } });
  const url = `/v1/offers/${made.body.id}`;
  t.same((await client.get(url)).body, made.body);
  api.clock.set(testStart + 10 * day);
  t.match((await client.get(url)).body, { state: "expired" });
  t.same((await client.get("/v1/offers?state=open")).body.data, []);
  const patch = (change: object) => client.patch(url, { by: "ext:ada", ...change });
  t.match(await patch({ title: "x" }), { status: 409, body: { code: "invalid_state" } });
  t.match(await patch({ expiresAt: null }), { status: 200, body: { state: "open" } });
  t.equal((await client.delete(`${url}?by=ext:ada`)).status, 204);
  t.equal((await client.get(url)).status, 404);
  t.equal((await client.delete(`${url}?by=ext:ada`)).status, 404);
});

t.test("how much of a capacity is taken is counted over thirty days, for its owner", async (t) => {
  const client = await tenant("ada", "grace");
  const { body: offer } = await client.post("/v1/offers", {
    by: "ext:grace",
    kinds: ["advice", "feedback"],
    title: "Looms",
    capacity: 2,
    audience: { to: "public" },
  });
  for (const kind of ["advice", "job"]) {
    const { body: ask } = await client.post("/v1/asks", { by: "ext:ada", title: "A", kind });
    const closing = { by: "ext:ada", outcome: "helped", helpedBy: ["ext:grace"] };
    await client.post(`/v1/asks/${ask.id}/close`, closing);
  }
  const url = `/v1/offers/${offer.id}`;
  t.match((await client.get(url)).body, { capacity: 2, taken: 1 });
  const key = await tokenOf(client, "ada");
  t.match((await client.get(url, { key })).body, { capacity: null, taken: null, audience: null });
  api.clock.set(testStart + 31 * day);
  t.match((await client.get(url)).body, { taken: 0 });
});

t.test("who is outside the audience can't tell an offer from one that never was", async (t) => {
  const client = await tenant("ada", "grace", "stranger");
  const headers = { "x-request-id": "same" };
  const audience = { to: "people", people: ["ext:grace"] };
  const input = { by: "ext:ada", kinds: ["advice"], title: "canary", audience };
  const { body: offer } = await client.post("/v1/offers", input);
  const [grace, stranger] = [await tokenOf(client, "grace"), await tokenOf(client, "stranger")];
  t.equal((await client.get(`/v1/offers/${offer.id}`, { key: grace })).status, 200);
  const there = await client.get(`/v1/offers/${offer.id}`, { key: stranger, headers });
  const none = await client.get("/v1/offers/off_01h455vb4pex5vsknk084sn02q", {
    key: stranger,
    headers,
  });
  t.equal(there.status, 404);
  t.equal(there.text, none.text);
  const list = await client.get("/v1/offers?person=ext:stranger", { key: stranger });
  t.same(list.body, { data: [], nextCursor: null });
  const withdrawn = await client.delete(`/v1/offers/${offer.id}?by=ext:grace`, { key: grace });
  t.equal(withdrawn.status, 404);
  t.equal((await client.get("/v1/offers?person=ext:grace&side=others")).body.data.length, 1);
});

t.test("bad input is refused with what is wrong", async (t) => {
  const client = await tenant("ada");
  const post = (body: object) =>
    client.post("/v1/offers", { by: "ext:ada", kinds: ["advice"], title: "A", ...body });
  t.equal((await post({ kinds: [] })).status, 400);
  t.equal((await post({ kinds: ["advice", "advice"] })).status, 400);
  t.equal((await post({ capacity: 0 })).status, 400);
  t.equal((await post({ expiresAt: "2026-03-01T00:00:00Z" })).status, 400);
  t.equal((await post({ audience: { to: "people", people: ["ext:ada"] } })).status, 400);
  t.equal((await post({ by: "ext:nobody" })).status, 404);
  for (let left = 25; left > 0; left--) t.equal((await post({})).status, 201);
  t.match(await post({}), { status: 409, body: { code: "invalid_state" } });
});
