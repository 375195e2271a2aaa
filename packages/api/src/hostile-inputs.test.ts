import t from "tap";
import { buildRequest } from "./testing/fixture.ts";
import { furnisher } from "./testing/furnished.ts";
import { hostileBodies, hostileJson, hostileText } from "./testing/fuzz/hostile-values.ts";
import { leavesOf, withLeaf } from "./testing/json-document.ts";
import { operationsOf } from "./testing/operations.ts";
import { testApi } from "./testing/test-api.ts";

// Many requests: on a busy machine the runner's own limit could come first.
t.setTimeout(600_000);

/**
 * In bodies each place takes its turn with a third of the values, so that a body of three places or
 * more meets all of them: all in all places are tens of thousands of requests. `pnpm test:fuzz` puts
 * them anywhere, for as long as one likes.
 */
const isTurnOf = (place: number, value: number) => (place + value) % 3 === 0;

t.test("no hostile input gets a 5xx or an undocumented answer", async (t) => {
  const api = await testApi(t, { rateLimitPerMinute: 0 });
  const furnish = furnisher(t, api);
  let probes = 0;
  for (const operation of operationsOf(api.app)) {
    t.test(operation.id, async (t) => {
      const { client, ids: own } = await furnish();
      const hit = async (what: string, method: string, url: string, body?: string | Buffer) => {
        probes++;
        const answer = await client
          .call(method, url, body === undefined ? {} : { body })
          .catch((error: Error) => ({ status: 999, text: error.message }));
        if (answer.status >= 500) t.fail(`${what}: ${answer.status} ${answer.text.slice(0, 500)}`);
      };
      const valid = buildRequest(operation, own);

      for (const parameter of operation.parameters.filter((p) => p.in !== "header")) {
        for (const text of hostileText) {
          const url = buildRequest(operation, own, { parameters: { [parameter.name]: "@@@" } }).url;
          const body = valid.body === undefined ? undefined : JSON.stringify(valid.body);
          const hostile = url.replace(/@@@|%40%40%40/, text);
          await hit(`${parameter.in} ${parameter.name}=${text}`, valid.method, hostile, body);
        }
      }
      if (operation.body !== undefined) {
        const values = Object.entries(hostileJson);
        for (const [place, { path }] of leavesOf(operation.body).entries()) {
          for (const [name, json] of values.filter((_, value) => isTurnOf(place, value))) {
            const marked = JSON.stringify(withLeaf(operation.body, path, "@@@"));
            const where = `${path.join("/")} = ${name}`;
            await hit(
              where,
              valid.method,
              valid.url,
              marked.replace('"@@@"', () => json),
            );
          }
        }
        for (const [name, body] of Object.entries(hostileBodies)) {
          await hit(`the body is ${name}`, valid.method, valid.url, body);
        }
      }
      t.pass("answered every probe");
    });
  }
  t.test("and how many there were", async (t) => {
    t.ok(probes > 1_000);
    t.comment(`${probes} probes, ${Object.keys(hostileJson).length} hostile values in bodies`);
  });
});
