import { MS_PER_DAY, Network } from "@kith/core";
import t from "tap";
import { testApi, testStart } from "../../testing/test-api.ts";
import { type Contact, createPeople, recordContacts } from "./testing/contacts.ts";

const at = (days: number, hours = 0) => testStart + days * MS_PER_DAY + hours * 3_600_000;
const iso = (time: number) => new Date(time).toISOString();
const url = "/v1/ties/ext:ada/ext:bea";

const contacts: Contact[] = [
  ["ada", "bea", at(-200)],
  ["bea", "ada", at(-170), "advice"],
  ["ada", "bea", at(-100), "call"],
  ["ada", "bea", at(-100, 1), "conflict"],
  ["bea", "ada", at(-99), "repair"],
  ["ada", "bea", at(-40, -3), "introduction"],
  ["ada", "bea", at(-40, -2)],
  ["bea", "ada", at(-40, -1), "thanks"],
  ["bea", "ada", at(-40)],
  ["bea", "ada", at(-3), "conflict"],
];

t.test("a tie", async (t) => {
  const api = await testApi(t);
  const client = await api.client();
  await recordContacts(client, contacts);
  await createPeople(client, ["stranger"]);
  const network = new Network();
  network.observe(
    contacts.map(([from, to, when, type = "message"]) => ({
      from,
      to,
      occurredAt: Number(when),
      type,
    })),
  );
  const sinceContact = Date.UTC(2026, 0, 21, 9, 30);

  t.test(
    "is measured at any moment as it would have been then, or would be in silence",
    async (t) => {
      const moments = [
        at(-300),
        at(-200),
        at(-200) - 1,
        at(-99),
        at(-40, -2),
        sinceContact,
        at(0),
        at(800),
      ];
      for (const moment of moments) {
        const { body } = await client.get(`${url}?at=${iso(moment)}`);
        const { cadence, evidence, ...expected } = network.tie("ada", "bea", moment);
        t.equal(body.at, iso(moment));
        for (const field of ["band", "trend", "strained", "model"] as const) {
          t.equal(body[field], expected[field], `${field} at ${iso(moment)}`);
        }
        const pairs = [
          [body.strength, expected.strength],
          [body.confidence, expected.confidence],
          [body.contactProbability.days90, expected.contactProbability.days90],
          [body.reciprocity.help, expected.reciprocity.help],
          [body.reciprocity.balance.help, expected.reciprocity.balance.help],
          [body.cadence.expectedDays, cadence.expectedDays],
          [body.cadence.overdueDays, cadence.overdueDays],
          [body.evidence.given, evidence.given],
          [body.evidence.contactDays, evidence.contactDays],
        ];
        for (const [value, wanted] of pairs) {
          t.ok(value === wanted || Math.abs(value - wanted) < 1e-9, `${value} is ${wanted}`);
        }
        const instants = [
          "firstContactAt",
          "lastContactAt",
          "lastOutboundAt",
          "lastInboundAt",
          "lastConflictAt",
          "lastRepairAt",
        ] as const;
        for (const name of instants) {
          const wanted = evidence[name];
          t.equal(body.evidence[name], wanted === null ? null : iso(wanted), name);
        }
      }
    },
  );

  t.test("has two sides that mirror each other", async (t) => {
    const one = (await client.get(url)).body;
    const other = (await client.get("/v1/ties/ext:bea/ext:ada")).body;
    t.same([one.from, one.to], [other.to, other.from]);
    t.equal(one.strength, other.strength);
    t.equal(one.evidence.given, other.evidence.received);
    t.equal(one.evidence.lastOutboundAt, other.evidence.lastInboundAt);
    t.equal(one.reciprocity.balance.help, -other.reciprocity.balance.help);
    t.equal(one.real.incentive, other.real.incentive);
  });

  t.test("can be asked for where there is none", async (t) => {
    const { status, body } = await client.get("/v1/ties/ext:ada/ext:stranger");
    t.equal(status, 200);
    t.match(body, { band: "none", strength: null, trend: null, evidence: { contactDays: 0 } });
    t.match(body, { real: { incentive: null, isReal: null }, cadence: { dueAt: null } });
    const explanation = await client.get("/v1/ties/ext:ada/ext:stranger/explanation");
    t.match(explanation.body, { weighingDays: [], ifSilent: [], band: "none" });
    const { points } = (await client.get("/v1/ties/ext:ada/ext:stranger/history")).body;
    t.ok(points.every(({ strength }: { strength: null }) => strength === null));
  });

  t.test(
    "is refused with oneself, beyond ten years ahead, and in other words than times",
    async (t) => {
      for (const path of ["", "/history", "/explanation"]) {
        const self = await client.get(`/v1/ties/ext:ada/ext:ada${path}`);
        t.match(self, { status: 400, body: { errors: [{ pointer: "/path/to" }] } });
        const missing = await client.get(`/v1/ties/ext:ada/ext:nobody${path}`);
        t.equal(missing.status, 404);
        const noId = await client.get(`/v1/ties/adalovelace/ext:bea${path}`);
        t.match(noId, {
          status: 400,
          body: { code: "invalid_id", errors: [{ pointer: "/path/from" }] },
        });
      }
      t.equal((await client.get(`${url}?at=${iso(at(3649))}`)).status, 200);
      for (const moment of [
        iso(at(3651)),
        "yesterday",
        "2026-02-30T00:00:00Z",
        "1969-01-01T00:00:00Z",
      ]) {
        const answer = await client.get(`${url}?at=${moment}`);
        t.match(answer, { status: 400, body: { errors: [{ pointer: "?at" }] } }, moment);
      }
    },
  );

  t.test("has a history of which each point equals the tie at that moment", async (t) => {
    const query = `since=${iso(at(-210, -5))}&until=${iso(at(30))}&step=10`;
    const { body } = await client.get(`${url}/history?${query}`);
    t.equal(body.points.length, 25);
    for (const point of body.points) {
      const tie = (await client.get(`${url}?at=${point.at}`)).body;
      t.match(tie, { band: point.band, trend: point.trend, strained: point.strained });
      t.equal(tie.evidence.contactDays, point.contactDays);
      for (const [x, y] of [
        [point.strength, tie.strength],
        [point.contactProbability.days90, tie.contactProbability.days90],
      ]) {
        t.ok(x === y || Math.abs(x - y) < 1e-9, `${x} is ${y}`);
      }
    }
    const usual = (await client.get(`${url}/history`)).body;
    t.match(usual, { step: 7, until: iso(at(0)), since: iso(at(-364)) });
    t.equal(usual.points.at(-1).at, iso(at(0)), "the last point is now");
    t.equal(usual.points.length, 53);
  });

  t.test("has a history that sees between two interactions of one day", async (t) => {
    for (const hours of [-4, -3, -2.5, -1.5, -0.5]) {
      const since = iso(at(-40, hours));
      const { points } = (await client.get(`${url}/history?since=${since}&until=${since}`)).body;
      const tie = (await client.get(`${url}?at=${since}`)).body;
      t.equal(points.length, 1);
      t.ok(Math.abs(points[0].contactProbability.days90 - tie.contactProbability.days90) < 1e-9);
    }
  });

  t.test("has a history of a bounded length, forward in time", async (t) => {
    const long = await client.get(`${url}/history?since=2020-01-01T00:00:00Z&step=1`);
    t.match(long, { status: 400, body: { errors: [{ pointer: "?step", detail: /at least 5/ }] } });
    const five = await client.get(`${url}/history?since=2020-01-01T00:00:00Z&step=5`);
    t.equal(five.status, 200);
    t.ok(five.body.points.length <= 500);
    const backward = await client.get(`${url}/history?since=${iso(at(1))}`);
    t.match(backward, { status: 400, body: { errors: [{ pointer: "?since" }] } });
    const far = await client.get(`${url}/history?until=${iso(at(3651))}`);
    t.match(far, { status: 400, body: { errors: [{ pointer: "?until" }] } });
  });

  t.test("is explained by its parts, its latest days and what silence would do", async (t) => {
    const { body } = await client.get(`${url}/explanation`);
    const tie = (await client.get(url)).body;
    t.equal(body.strength, tie.strength);
    t.same(
      body.weighingDays.map(({ day }: { day: string }) => day),
      ["2026-01-21", "2025-11-22", "2025-09-13", "2025-08-14"],
    );
    const [latest] = body.weighingDays;
    t.same([latest.outbound, latest.inbound], [true, true]);
    t.same(
      latest.interactions.map(({ type }: { type: string }) => type),
      ["introduction", "message", "thanks", "message"],
    );
    const { id } = latest.interactions[0];
    t.match((await client.get(`/v1/interactions/${id}`)).body, { id, type: "introduction" });
    const shares = body.weighingDays.reduce(
      (sum: number, day: { share: number }) => sum + day.share,
      0,
    );
    t.ok(Math.abs(shares - 1) < 1e-9, "all four days are the whole weight");
    for (const drop of body.ifSilent) {
      t.equal((await client.get(`${url}?at=${drop.at}`)).body.band, drop.band);
      const before = iso(Date.parse(drop.at) - 1);
      t.not((await client.get(`${url}?at=${before}`)).body.band, drop.band);
    }
    t.ok(body.ifSilent.length > 0);
    t.ok(body.sentences.every((line: string) => /^[A-Z0-9].*[.?]$/.test(line)));
    t.notMatch(body.sentences.join(" "), /\b(owes?|debt|balance|score)\b/);
    const past = (await client.get(`${url}/explanation?at=${iso(at(-40, -2.5))}`)).body;
    t.equal(past.weighingDays[0].interactions.length, 1, "nothing later than the moment");
  });
});

t.test(
  "evidence dated ahead of a clock that was set back counts from its own time on",
  async (t) => {
    const api = await testApi(t);
    const client = await api.client();
    await recordContacts(client, [
      ["ada", "bea", at(-20)],
      ["bea", "ada", at(-10)],
    ]);
    const before = (await client.get(url)).body;
    await client.post("/v1/test-clock/advance", { days: 60 });
    await recordContacts(client, [
      ["ada", "bea", at(50)],
      ["ada", "bea", at(50), "conflict"],
    ]);
    const ahead = (await client.get(url)).body;
    await client.post("/v1/test-clock/reset");
    const { strength, ...rest } = (await client.get(url)).body;
    t.ok(Math.abs(strength - before.strength) < 1e-9);
    t.match(rest, { strained: false, evidence: { contactDays: 2 }, cadence: before.cadence });
    t.same((await client.get(`${url}?at=${iso(at(60))}`)).body.evidence, ahead.evidence);
    const explanation = (await client.get(`${url}/explanation`)).body;
    t.equal(explanation.weighingDays.length, 2);
  },
);
