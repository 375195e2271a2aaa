import { MS_PER_DAY, permissionOf } from "@kith/core";
import fc from "fast-check";
import t from "tap";
import { buildRequest, type Fixture, missing } from "../../testing/fixture.ts";
import { type Operation, operationsOf } from "../../testing/operations.ts";
import { type Answer, type Client, testApi, testStart } from "../../testing/test-api.ts";
import { Asked, type Trio } from "./testing/trio.ts";

t.setTimeout(600_000);
const api = await testApi(t, { rateLimitPerMinute: 0 });
const operations = operationsOf(api.app);
const at = (day: number) => testStart + day * MS_PER_DAY;

type Act = readonly [on: number, role: "introducer" | "target", action: "accept" | "decline"];

/** What may have happened behind the requester's back. */
const worlds: Readonly<Record<string, readonly Act[]>> = {
  "nobody answered": [],
  "the introducer declined": [[3, "introducer", "decline"]],
  "the introducer agreed, and nothing more": [[2, "introducer", "accept"]],
  "the target declined": [
    [2, "introducer", "accept"],
    [3, "target", "decline"],
  ],
  "the introducer took a yes back": [
    [2, "introducer", "accept"],
    [3, "introducer", "decline"],
  ],
};

const names = ["ada", "grace", "alan", "mel"] as const;
const trio: Trio = { requester: "ext:ada", introducer: "ext:grace", target: "ext:alan" };

/** A tenant in which Ada asked Grace for an introduction to Alan; each thing made in its own millisecond. */
class World {
  readonly client: Client;
  readonly asked: Asked;
  readonly ids: Record<(typeof names)[number], string>;
  #said = new Map<string, string>();

  private constructor(client: Client, asked: Asked, ids: World["ids"]) {
    this.client = client;
    this.asked = asked;
    this.ids = ids;
  }

  static async create(): Promise<World> {
    const client = await api.client();
    const ids: Record<string, string> = {};
    let ms = 0;
    const tick = () => api.clock.set(testStart - 1000 + ms++);
    for (const name of names) {
      tick();
      const profile = { name, emails: [`secret-${name}@example.org`], skills: ["weaving"] };
      ids[name] = (await client.put(`/v1/people/ext:${name}`, profile)).body.id;
    }
    for (const [from, to] of [
      ["ada", "grace"],
      ["grace", "alan"],
      ["grace", "mel"],
    ]) {
      tick();
      const met = { type: "meeting", from: `ext:${from}`, to: [`ext:${to}`] };
      await client.post("/v1/interactions", { ...met, occurredAt: `2026-02-${10 + ms}T12:00:00Z` });
    }
    api.clock.set(testStart);
    return new World(client, await Asked.by(client, trio), ids as World["ids"]);
  }

  /** What the requester is answered, with the same names for ids as in every other world. */
  masked({ status, text, headers }: Answer): string {
    const named = text.replaceAll(/\b[a-z]{3}_[0-9a-z]{26}\b/g, (id) => {
      if (!this.#said.has(id)) this.#said.set(id, `<${this.#said.size}>`);
      return this.#said.get(id) as string;
    });
    return `${status} ${headers.etag ?? ""} ${named}`;
  }
}

/** The operations of the requester's that only read, as a request each and about whom they know. */
const reads = operations.filter(
  ({ id, method }) => permissionOf(id) !== "never" && (method === "GET" || id === "paths.search"),
);

function requestsOf(operation: Operation, { ids, asked }: World) {
  const requests = [ids.grace, ids.alan].map((other) => {
    const own: Fixture = {
      ...missing,
      person: ids.ada,
      otherPerson: other,
      introduction: asked.id,
    };
    const permission = permissionOf(operation.id);
    const self = typeof permission === "object" ? permission.self : null;
    const isParameter = operation.parameters.some(({ name }) => name === self);
    const parameters = {
      ...(self && isParameter ? { [self]: ids.ada } : {}),
      ...(permission === "anyone" && operation.parameters.some(({ name }) => name === "person")
        ? { person: other }
        : {}),
    };
    return buildRequest(operation, own, { parameters });
  });
  const distinct = new Map(requests.map((request) => [JSON.stringify(request), request]));
  return [...distinct.values()];
}

/** All that the requester can read, with their own token. */
async function look(world: World): Promise<string[]> {
  const { token } = (await world.client.post("/v1/member-tokens", { person: "ext:ada" })).body;
  const seen: string[] = [];
  for (const operation of reads) {
    for (const { method, url, body } of requestsOf(operation, world)) {
      const answer = await world.client.call(method, url, {
        key: token,
        headers: { "x-request-id": "same" },
        ...(body === undefined ? {} : { body }),
      });
      seen.push(`${operation.id} ${world.masked(answer)}`);
    }
  }
  return seen;
}

const actions = [
  "accept",
  "decline",
  "withdraw",
  "complete",
  "thank",
  "report",
  "askAgain",
  "askForAnother",
] as const;
type Try = (typeof actions)[number];

/** Something that the requester tries, as they would: with their own token. */
async function attempt(world: World, action: Try): Promise<string> {
  const { token } = (await world.client.post("/v1/member-tokens", { person: "ext:ada" })).body;
  const options = { key: token, headers: { "x-request-id": "same" } };
  if (action !== "askAgain" && action !== "askForAnother") {
    return world.masked(await world.asked.act("requester", action, {}, options));
  }
  const target = action === "askAgain" ? "ext:alan" : "ext:mel";
  const body = { by: "ext:ada", introducer: "ext:grace", target, blurb: "Again." };
  return world.masked(await world.client.post("/v1/introductions", body, options));
}

t.test("no sequence of calls tells the requester who said no, or that anybody did", async (t) => {
  const day = fc.constantFrom(1, 2.5, 3, 5, 7, 7.5, 13.9, 14, 15, 29, 31, 45);
  const calls = fc.array(fc.tuple(day, fc.constantFrom(...actions, "look" as const)), {
    minLength: 1,
    maxLength: 5,
  });
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(calls, async (unsorted) => {
      const sorted = [...unsorted].sort(([one], [other]) => one - other);
      const transcripts = new Map<string, string[]>();
      for (const [name, acts] of Object.entries(worlds)) {
        const world = await World.create();
        const transcript: string[] = [];
        const due = [...acts];
        for (const [on, call] of [...sorted, [46, "look"] as const]) {
          while (due[0] && due[0][0] <= on) {
            const [when, role, action] = due.shift() as Act;
            api.clock.set(at(when));
            await world.asked.act(role, action); // in vain where the request was taken back
          }
          api.clock.set(at(on));
          if (call === "look") transcript.push(...(await look(world)));
          else transcript.push(`${call} ${await attempt(world, call)}`);
        }
        transcripts.set(name, transcript);
        compared += transcript.length;
      }
      const [first, ...others] = [...transcripts];
      for (const [name, transcript] of others) t.same(transcript, first?.[1], name);
      for (const line of transcripts.values()) t.notMatch(line.join(), /secret-(grace|alan|mel)/);
    }),
    { numRuns: 3 },
  );
  t.comment(`${reads.length} operations that read; ${compared} answers compared`);
});

t.test(
  "every day of the way, all that the requester can read is the same in every world",
  async (t) => {
    const days = [2, 3, 7, 14];
    const seen: string[][] = [];
    for (const acts of Object.values(worlds)) {
      const world = await World.create();
      const transcript: string[] = [];
      for (const on of days) {
        for (const [when, role, action] of acts.filter(([when]) => Math.floor(on) === when)) {
          api.clock.set(at(when));
          t.equal((await world.asked.act(role, action)).status, 200);
        }
        api.clock.set(at(on));
        transcript.push(...(await look(world)));
      }
      seen.push(transcript);
    }
    for (const [index, name] of Object.keys(worlds).entries()) t.same(seen[index], seen[0], name);
    t.match(seen[0]?.join(), /"pending"/);
    t.match(seen[0]?.join(), /"notThisTime"/);
    t.notMatch(seen.join(), /secret-(grace|alan|mel)/);
  },
);

t.test(
  "until both agreed neither sees an address of the other, and then just that one",
  async (t) => {
    const world = await World.create();
    const before = (await look(world)).join();
    t.notMatch(before, /secret-alan/);
    t.equal((await world.asked.see("target")).status, 404);
    await world.asked.act("introducer", "accept");
    t.notMatch((await world.asked.see("target")).text, /secret-/);
    t.same(
      await look(world).then((seen) => seen.join()),
      before,
      "the introducer's yes shows nowhere",
    );
    await world.asked.act("target", "accept");
    t.match((await world.asked.see("requester")).body, {
      state: "agreed",
      contact: { email: "secret-alan@example.org" },
    });
    t.match((await world.asked.see("target")).body.contact, { email: "secret-ada@example.org" });
    t.equal((await world.asked.see("introducer")).body.contact, null);
    t.equal((await world.asked.see()).body.contact, null);
    const elsewhere = (await look(world)).filter((line) => !line.startsWith("introductions."));
    t.notMatch(elsewhere.join(), /secret-alan/, "and nowhere else");
  },
);
