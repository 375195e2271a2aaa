import t from "tap";
import { buildRequest } from "../testing/fixture.ts";
import { furnisher } from "../testing/furnished.ts";
import { operationsOf } from "../testing/operations.ts";
import { testApi } from "../testing/test-api.ts";

const api = await testApi(t, { rateLimitPerMinute: 0 });
const { client, ids } = await furnisher(t, api)();

const beyondAll = [2 ** 53, -(2 ** 53), 8.64e15, 8.64e15 + 1, 1e300, -1, 0.5];
const paged: string[] = [];

/** The sort key in a cursor, after the name of its list. */
const partsOf = (cursor: string): unknown[] =>
  JSON.parse(Buffer.from(cursor, "base64url").toString());

const operations = operationsOf(api.app);

// Of what can be created there are two, and so two pages.
for (const operation of operations.filter(({ id }) => id.endsWith(".create"))) {
  const { method, url, body } = buildRequest(operation, ids);
  await client.call(method, url, { body });
}

for (const operation of operations) {
  if (!operation.parameters.some(({ name }) => name === "cursor")) continue;
  t.test(`${operation.id} takes a forged cursor for what it is`, async (t) => {
    const { url } = buildRequest(operation, ids);
    const next = (cursor?: string) =>
      client.get(
        `${url}${url.includes("?") ? "&" : "?"}limit=1${cursor ? `&cursor=${cursor}` : ""}`,
      );
    const { nextCursor } = (await next()).body;
    if (!nextCursor) return t.pass("the fixture has one page of it");
    paged.push(operation.id);
    t.equal((await next(nextCursor)).status, 200, "unchanged it leads on");
    const parts = partsOf(nextCursor);
    for (const [index, part] of parts.entries()) {
      if (typeof part !== "number") continue;
      for (const number of beyondAll) {
        const forged = Buffer.from(JSON.stringify(parts.with(index, number))).toString("base64url");
        const { status, body } = await next(forged);
        t.ok(status === 200 || body.code === "invalid_cursor", `${number}: ${status}`);
      }
    }
  });
}

t.test("that concerns the lists that go by a moment", async (t) => {
  for (const id of ["people.list", "gatherings.list"]) t.ok(paged.includes(id), id);
});
