import { testSql } from "@kith/db/testing";
import type { Test } from "tap";
import { type BuiltRequest, buildRequest, type Fixture, fixture, missing } from "../fixture.ts";
import { type Furnished, furnisher } from "../furnished.ts";
import { idPositions } from "../id-positions.ts";
import { type Operation, operationsOf } from "../operations.ts";
import { type Answer, type Client, testApi } from "../test-api.ts";
import { canary, plantCanaries, withoutRows } from "./canaries.ts";
import { hashOf, rowsOfOthersWith, switchOffRowLevelSecurity, uuidsOf } from "./rows.ts";
import { type Rewritten, withoutPredicates } from "./without-predicates.ts";

/** The two that keep tenants apart; each has to hold alone. */
export interface Layers {
  rowLevelSecurity: boolean;
  predicates: boolean;
}

const metricsToken = "what-only-the-attack-shows-to-read-them";
const sameId = { "x-request-id": "same" };

/** Tries another tenant's ids in every place of every operation; `t` hears of whatever leaks. */
export async function attackAcrossTenants(t: Test, layers: Layers): Promise<void> {
  const { api, victim, rewritten, log } = await victimised(t, layers);
  const attackers = new Attackers(furnisher(t, api), victim, (what) => t.fail(what));
  const sql = testSql(t, api.ownerUrl);
  const before = await hashOf(sql, victim.client.tenantId);
  const operations = operationsOf(api.app);

  for (const operation of operations) {
    t.test(operation.id, async (t) => {
      for (const { name, kind, put } of idPositions(operation)) {
        for (const [theirs, nobodys] of pairs(kind, victim.ids)) {
          const attack = await attackers.probe((own) => buildRequest(operation, own, put(theirs)));
          const control = await attackers.probe((own) =>
            buildRequest(operation, own, put(nobodys)),
          );
          t.equal(
            attack.status,
            control.status,
            `${name}: another tenant's id is as a missing one`,
          );
          t.equal(masked(attack, theirs), masked(control, nobodys), `${name}: to the letter`);
        }
      }
      // A POST comes with the key of the other tenant's own: one accepted write tells of both.
      const isPost = operation.method === "POST";
      const headers = isPost ? { "idempotency-key": keyOf(operation) } : {};
      const asDocumented = await attackers.probe((own) => ({
        ...buildRequest(operation, own),
        headers,
      }));
      t.ok(asDocumented.status < 500, "without anybody's id");
      const replayed = asDocumented.headers["idempotency-replayed"];
      t.equal(replayed, undefined, "another tenant's idempotency key is a new one");
      for (const cursor of victim.cursors.get(operation.id) ?? []) {
        const answer = await attackers.probe((own) => withCursor(operation, own, cursor));
        t.ok(answer.status < 500, `another tenant's cursor: ${answer.status}`);
      }
      t.pass("was attacked");
    });
  }

  t.test("nothing of the other tenant was changed, kept or told anywhere", async (t) => {
    t.equal(await hashOf(sql, victim.client.tenantId), before, "its rows are as they were");
    const traces = [canary, ...(await uuidsOf(sql, victim.client.tenantId))];
    t.same(await rowsOfOthersWith(sql, victim.client.tenantId, traces), [], "no row of another");
    t.ok(log.length > attackers.probes, "every request is in the log");
    t.same(
      log.filter((line) => line.includes(canary)),
      [],
      "no line of the log",
    );
    const headers = { authorization: `Bearer ${metricsToken}` };
    const metrics = await api.app.inject({ url: "/metrics", headers });
    t.equal(metrics.statusCode, 200);
    t.notOk(metrics.payload.includes(canary), "no metric");
    t.notOk(metrics.payload.includes(victim.client.tenantId), "no metric names a tenant");
    t.comment(
      `${operations.length} operations, ${attackers.probes} probes, ${log.length} log lines, ${metrics.payload.length} characters of metrics`,
    );
    if (rewritten) reportRewritten(t, rewritten);
  });
}

/** With neither layer the same attack has to succeed: else it proves nothing. */
export async function attackWithoutLayers(t: Test): Promise<string[]> {
  const found: string[] = [];
  const { api, victim } = await victimised(t, { rowLevelSecurity: false, predicates: false });
  const attackers = new Attackers(furnisher(t, api), victim, (what) => found.push(what));
  for (const operation of operationsOf(api.app).filter(({ method }) => method === "GET")) {
    for (const { kind, put } of idPositions(operation)) {
      const theirs = put(victim.ids[kind]);
      await attackers
        .probe((own) => buildRequest(operation, own, theirs))
        .catch((error) => {
          found.push(`${operation.id}: ${error}`);
        });
    }
  }
  return found;
}

function reportRewritten(t: Test, { statements, rewritten, predicates, left }: Rewritten): void {
  t.ok(rewritten > statements / 2, "most statements lost their predicate on the tenant");
  t.comment(`${statements} statements, ${rewritten} rewritten, ${predicates} predicates`);
  t.comment(
    `${left.size} texts keep a comparison: ${[...left].map((text) => text.slice(0, 300)).join("\n")}`,
  );
}

interface Victim {
  client: Client;
  ids: Fixture;
  /** Next pages of its lists, by operation. */
  cursors: Map<string, string[]>;
}

const keyOf = ({ id }: Operation) => `key-of-${id}`;

/** A tenant with something of everything, whose every text is a canary. */
async function victimised(t: Test, { rowLevelSecurity, predicates }: Layers) {
  const log: string[] = [];
  let rewritten: Rewritten | null = null;
  const api = await testApi(
    t,
    { rateLimitPerMinute: 0, logLevel: "trace", metricsToken },
    {
      log: (line) => log.push(line),
      ...(predicates
        ? {}
        : {
            database: (door) => {
              const without = withoutPredicates(door);
              rewritten = without.rewritten;
              return without;
            },
          }),
    },
  );
  const sql = testSql(t, api.ownerUrl);
  const client = await api.client();
  const own = await fixture(client);
  const operations = operationsOf(api.app);
  for (const operation of operations) {
    if (operation.method === "GET" || operation.method === "DELETE") continue;
    if (operation.id === "people.erase" || operation.id === "people.merge") continue;
    const headers = { ...sameId, "idempotency-key": keyOf(operation) };
    const { method, url, body } = buildRequest(operation, own);
    await client.call(method, url, { headers, ...(body === undefined ? {} : { body }) });
  }
  await client.put("/v1/people/ext:twin", { name: "Twin" });
  await client.post("/v1/people/ext:twin/merge", { into: "ext:alan" });
  const ids = await fixture(client, ["victoria", "vincent", "vera"]);
  const cursors = new Map<string, string[]>();
  for (const operation of operations) {
    if (!operation.parameters.some(({ name }) => name === "cursor")) continue;
    const { url } = buildRequest(operation, ids, { parameters: { limit: "1" } });
    const { body } = await client.get(url);
    if (body.nextCursor) cursors.set(operation.id, [body.nextCursor]);
  }
  t.same(
    log.filter((line) => line.includes("Canary")),
    [],
    "no name of a person came into the log",
  );
  const { planted, closed, empty } = await plantCanaries(sql, client.tenantId);
  const missed = empty.filter((table) => !Object.hasOwn(withoutRows, table));
  t.same(missed, [], "it has rows in every table with text: give the fixture what is missing");
  t.comment(
    `${planted.length} columns with canaries; ${closed.length} take none: ${closed.join(" ")}`,
  );
  log.length = 0;
  if (!rowLevelSecurity) await switchOffRowLevelSecurity(sql);
  const victim: Victim = { client, ids, cursors };
  return { api, victim, rewritten: rewritten as Rewritten | null, log };
}

function withCursor(operation: Operation, own: Fixture, cursor: string): BuiltRequest {
  return buildRequest(operation, own, { parameters: { cursor } });
}

interface Probe extends BuiltRequest {
  headers?: Record<string, string>;
}

/** Tenants that attack; one in which a write was accepted is not used again. */
class Attackers {
  probes = 0;
  #furnish: () => Promise<Furnished>;
  #victim: Victim;
  #fail: (what: string) => void;
  #current: Furnished | null = null;

  constructor(furnish: () => Promise<Furnished>, victim: Victim, fail: (what: string) => void) {
    this.#furnish = furnish;
    this.#victim = victim;
    this.#fail = fail;
  }

  async probe(request: (own: Fixture) => Probe): Promise<Answer> {
    this.#current ??= await this.#furnish();
    const { client, ids } = this.#current;
    const { method, url, body, mediaType, headers = {} } = request(ids);
    this.probes++;
    const answer = await client.call(method, url, {
      ...(body === undefined ? {} : { body }),
      headers: { ...sameId, ...(mediaType ? { "content-type": mediaType } : {}), ...headers },
    });
    if (method !== "GET" && answer.status < 300) this.#current = null;
    const sent = `${url} ${JSON.stringify(body)}`;
    const shown = Object.values(this.#victim.ids).filter((id) => !sent.includes(id));
    const told = answer.text + JSON.stringify(answer.headers);
    if ([...shown, "Canary v", canary].some((trace) => told.includes(trace))) {
      this.#fail(`${method} ${url} shows something of the other tenant: ${told.slice(0, 500)}`);
    }
    return answer;
  }
}

/** The victim's ids beside ids of the same form that name nothing. */
function pairs(kind: keyof Fixture, theirs: Fixture): [string, string][] {
  const byId: [string, string] = [theirs[kind], missing[kind]];
  return kind === "person" ? [byId, ["ext:victoria", "ext:nobody12"]] : [byId];
}

/** Without what differs by nature: the id that was sent, and ids and secrets of what was created. */
function masked({ text }: Answer, sent: string): string {
  return text
    .replaceAll(sent, "<sent>")
    .replaceAll(sent.replace(/^ext:/, ""), "<sent>")
    .replaceAll(/\b[a-z]{3}_[0-9a-z]{26}\b/g, "<new>")
    .replaceAll(/kith_test_\w+|kith_test_…\w+/g, "<key>");
}
