import { calibrateOnLog, dayOf, type Interaction, MS_PER_DAY } from "@kith/core";
import { interactions } from "@kith/db";
import t, { type Test } from "tap";
import { type Client, type TestApi, testApi, testStart } from "../../testing/test-api.ts";
import { type Contact, recordContacts } from "../ties/testing/contacts.ts";
import { momentBefore } from "./queries/contact-trials.ts";

/** Sixty people in pairs that meet every `gap` days on the average; always the same log. */
function contacts(gap: number, days = 400): Contact[] {
  let state = 4_711;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const types = ["message", "advice", "meeting", "conflict"];
  return Array.from({ length: 150 }, (_, pair) => {
    const [from, to] = [`p${pair % 60}`, `p${(pair % 60) + 1 + (pair % 7)}`];
    const own = gap * (0.3 + 4 * next());
    const found: Contact[] = [];
    for (let ago = days * next(); ago > 0; ago -= -Math.log(next()) * own) {
      const at = testStart - Math.floor(ago * MS_PER_DAY);
      const ends: [string, string] = next() < 0.5 ? [from, to] : [to, from];
      found.push([...ends, at, types[Math.floor(next() * 4)]] as unknown as Contact);
    }
    return found;
  }).flat();
}

async function logOf(api: TestApi, client: Client): Promise<Interaction[]> {
  const rows = await api.database.withTenant(client.tenantId, (tx) =>
    tx.select().from(interactions),
  );
  return rows
    .filter(({ voidedAt }) => voidedAt === null)
    .map(({ fromId: from, toId: to, ...row }) => ({ ...row, from, to }));
}

const close = (t: Test, actual: number, expected: number, name: string) =>
  t.ok(Math.abs(actual - expected) < 1e-9, `${name}: ${actual}, ${expected} expected`);

t.test("calibrating", async (t) => {
  const api = await testApi(t);

  t.test("finds what core finds in the whole log, and adopts it when asked to", async (t) => {
    const client = await api.client();
    await recordContacts(client, contacts(12));
    const log = await logOf(api, client);
    const at = momentBefore(dayOf(testStart));
    for (const horizonDays of [30, 45]) {
      const expected = calibrateOnLog(log, { at, horizonDays, windows: 2 });
      const { body, status } = await client.post("/v1/model/calibrations", {
        horizonDays,
        windows: 2,
      });
      t.equal(status, 201);
      t.match(body, { adopted: false, model: "kith-2026.1", horizonDays, windows: 2 });
      close(t, body.kappaScale.after, expected.kappaScale, "scale");
      for (const when of ["before", "after"] as const) {
        for (const figure of ["auc", "logLoss", "calibrationError"] as const) {
          close(t, body[when][figure], expected[when][figure] ?? Number.NaN, `${when} ${figure}`);
        }
        t.equal(body[when].calibrationTable.length, 10);
      }
      t.match(body.fittedOn, expected.fittedOn);
      t.match(body.judgedOn, expected.judgedOn);
      t.equal(body.outcome, expected.isBetter ? "better" : "notBetter");
      t.equal(body.before.auc, body.after.auc, "the order is the same");
    }
    t.match((await client.get("/v1/model")).body, { calibration: null, model: "kith-2026.1" });

    const { body } = await client.post("/v1/model/calibrations", { adopt: true });
    t.match(body, { number: 3, outcome: "better", adopted: true });
    t.ok(body.after.logLoss < body.before.logLoss);
    const { body: model, headers } = await client.get("/v1/model");
    t.match(model, {
      model: "kith-2026.1+c3",
      calibration: { number: 3, kappaScale: body.kappaScale.after },
      constants: { kappaScale: { value: body.kappaScale.after, source: "calibration" } },
      overrides: {},
    });
    t.equal(headers.etag, '"1"');
    const again = await client.post("/v1/model/calibrations", { adopt: true });
    t.match(again.body, { number: 4, outcome: "notBetter", adopted: false, model: model.model });
    t.equal((await client.get("/v1/model")).body.model, model.model, "it stays");

    const chosen = await client.patch("/v1/model", {
      overrides: { kappaScale: 0.5, bandCore: 0.8 },
    });
    t.match(chosen.body, { calibration: null, model: "kith-2026.1+o2" });
    const recalibrated = await client.post("/v1/model/calibrations", { adopt: true });
    t.match(recalibrated.body, { adopted: true, kappaScale: { before: 0.5 } });
    t.match((await client.get("/v1/model")).body, {
      model: "kith-2026.1+c5.o2",
      overrides: { bandCore: 0.8 },
    });
    const reset = await client.patch("/v1/model", {
      overrides: { kappaScale: null, bandCore: null },
    });
    t.match(reset.body, { calibration: null, model: "kith-2026.1" });
  });

  t.test("counts no void, and nothing that is dated ahead of the clock", async (t) => {
    const client = await api.client();
    await recordContacts(client, contacts(12));
    const log = await logOf(api, client);
    const back = testStart - 20 * MS_PER_DAY;
    await client.post("/v1/test-clock/reset", {});
    for (const { id } of (await client.get("/v1/interactions?limit=20")).body.data) {
      await client.delete(`/v1/interactions/${id}`);
    }
    api.clock.set(back);
    const kept = await logOf(api, client);
    t.equal(kept.length, log.length - 20);
    const expected = calibrateOnLog(kept, { at: momentBefore(dayOf(back)) });
    const { body } = await client.post("/v1/model/calibrations", {});
    api.clock.set(testStart);
    close(t, body.kappaScale.after, expected.kappaScale, "scale");
    close(t, body.after.logLoss, expected.after.logLoss ?? Number.NaN, "log-loss");
  });

  t.test("says that there is too little data, and changes nothing then", async (t) => {
    const client = await api.client();
    const none = await client.post("/v1/model/calibrations", { adopt: true });
    t.match(none.body, {
      outcome: "tooLittleData",
      adopted: false,
      detail: /Too little data/,
      before: { auc: null, logLoss: null, calibrationError: null, calibrationTable: [] },
    });
    await recordContacts(client, contacts(200).slice(0, 60));
    const few = await client.post("/v1/model/calibrations", { adopt: true });
    t.match(few.body, { outcome: "tooLittleData", adopted: false, number: 2 });
    t.equal((await client.get("/v1/model")).headers.etag, '"0"');
  });

  t.test("lists what was found, newest first, each of a tenant its own", async (t) => {
    const [client, other] = [await api.client(), await api.client()];
    for (let n = 0; n < 3; n++) await client.post("/v1/model/calibrations", {});
    await other.post("/v1/model/calibrations", {});
    const first = (await client.get("/v1/model/calibrations?limit=2")).body;
    const rest = (await client.get(`/v1/model/calibrations?limit=2&cursor=${first.nextCursor}`))
      .body;
    const numbers = [...first.data, ...rest.data].map(({ number }) => number);
    t.same([numbers, rest.nextCursor], [[3, 2, 1], null]);
    const forged = Buffer.from(JSON.stringify(["model.listCalibrations", 1e300])).toString(
      "base64url",
    );
    t.equal((await client.get(`/v1/model/calibrations?cursor=${forged}`)).status, 200);
  });

  t.test("by many at once numbers each, and one idempotency key calibrates once", async (t) => {
    const client = await api.client();
    await Promise.all(Array.from({ length: 4 }, () => client.post("/v1/model/calibrations", {})));
    const options = { headers: { "idempotency-key": "once" } };
    await Promise.all([1, 2].map(() => client.post("/v1/model/calibrations", {}, options)));
    const { body } = await client.get("/v1/model/calibrations");
    t.same(
      body.data.map(({ number }: { number: number }) => number),
      [5, 4, 3, 2, 1],
    );
  });
});
