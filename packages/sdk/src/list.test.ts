import t from "tap";
import { errorFrom, fake, json, problem } from "./testing/fake.ts";

const pages: Record<string, unknown> = {
  first: { data: [{ id: "per_1" }, { id: "per_2" }], nextCursor: "a b" },
  "a b": { data: [], nextCursor: "c" },
  c: { data: [{ id: "per_3" }], nextCursor: null },
};
const cursorOf = (request: Request) => new URL(request.url).searchParams.get("cursor");
const server = () => fake((request) => json(pages[cursorOf(request) ?? "first"]));

t.test("awaiting a list gives its first page", async (t) => {
  const { kith, requests } = server();
  const page = await kith.people.list({ q: "an", limit: 2 });
  t.same(page, pages.first);
  t.equal(requests[0]?.url, "https://kith.example/v1/people?q=an&limit=2");
});

t.test("iterating gives the items of all pages, with the same filters", async (t) => {
  const { kith, requests } = server();
  const ids: string[] = [];
  for await (const person of kith.people.list({ q: "an" })) ids.push(person.id);
  t.same(ids, ["per_1", "per_2", "per_3"]);
  t.same(requests.map(cursorOf), [null, "a b", "c"]);
  t.ok(requests.every(({ url }) => url.includes("q=an")));
});

t.test("pages() gives page after page, empty ones too", async (t) => {
  const { kith } = server();
  const sizes: number[] = [];
  for await (const page of kith.people.list().pages()) sizes.push(page.data.length);
  t.same(sizes, [2, 0, 1]);
});

t.test(
  "nothing is asked for before it is needed, and no page after the loop was left",
  async (t) => {
    const { kith, requests } = server();
    const list = kith.people.list();
    await new Promise(setImmediate);
    t.equal(requests.length, 0);
    for await (const { id } of list) if (id === "per_2") break;
    t.equal(requests.length, 1);
    await list;
    t.equal(requests.length, 1, "the first page is asked for once");
  },
);

t.test("an iteration can begin at a cursor kept from before", async (t) => {
  const { kith } = server();
  const ids: string[] = [];
  for await (const { id } of kith.people.list({ cursor: "c" })) ids.push(id);
  t.same(ids, ["per_3"]);
});

t.test("withResponse() of a list is that of its first page", async (t) => {
  const { kith } = fake(() => json(pages.c, { headers: { "x-request-id": "req_1" } }));
  const { data, requestId } = await kith.people.list().withResponse();
  t.equal(requestId, "req_1");
  t.equal(data.nextCursor, null);
});

t.test("a page that fails ends the iteration with its error", async (t) => {
  const { kith } = fake((request) =>
    cursorOf(request) === null ? json(pages.first) : problem(400, "invalid_cursor"),
  );
  const ids: string[] = [];
  const loop = async () => {
    for await (const { id } of kith.people.list()) ids.push(id);
  };
  t.match(await errorFrom(loop()), { code: "invalid_cursor" });
  t.same(ids, ["per_1", "per_2"]);
  t.equal(await kith.people.list({ cursor: "x" }).catch(() => "caught"), "caught");
});

t.test("a server that gives the same cursor for ever is not followed for ever", async (t) => {
  const { kith } = fake(() => json({ data: [], nextCursor: "same" }));
  const loop = async () => {
    for await (const _ of kith.people.list());
  };
  t.match(await errorFrom(loop()), { message: /same cursor/ });
});
