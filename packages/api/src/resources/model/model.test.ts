import { defaultModel, modelBounds, modelVersion } from "@kith/core";
import t from "tap";
import { testApi } from "../../testing/test-api.ts";

t.test("the model", async (t) => {
  const api = await testApi(t);

  t.test("is the default one, with bounds and meaning, until it is changed", async (t) => {
    const client = await api.client();
    const { body, headers } = await client.get("/v1/model");
    t.equal(headers.etag, '"0"');
    t.match(body, { model: modelVersion, version: modelVersion, overrides: {}, calibration: null });
    t.same(Object.keys(body.constants), Object.keys(modelBounds));
    for (const [name, { min, max, meaning }] of Object.entries(modelBounds)) {
      const value = defaultModel[name as keyof typeof defaultModel];
      t.match(body.constants[name], { value, default: value, min, max, meaning });
      t.equal(body.constants[name].source, "default");
    }
    t.match(
      body.interactionTypes.find(({ type }: { type: string }) => type === "advice"),
      { category: "help" },
    );
    t.match(
      body.roles.find(({ role }: { role: string }) => role === "mentor"),
      { inverse: "mentee" },
    );
  });

  t.test("takes overrides one by one, and null resets one", async (t) => {
    const client = await api.client();
    const other = await api.client();
    const patch = (overrides: object) => client.patch("/v1/model", { overrides });
    t.match((await patch({ bandCore: 0.8, trendNewDays: 60 })).body, {
      model: `${modelVersion}+o1`,
      overrides: { bandCore: 0.8, trendNewDays: 60 },
      constants: { bandCore: { value: 0.8, default: 0.9, source: "override" } },
      updatedAt: "2026-03-02T09:30:00.000Z",
    });
    const same = await patch({ bandCore: 0.8, kappaScale: null });
    t.equal(same.headers.etag, '"1"', "the same again is no change");
    const second = await patch({ bandCore: null });
    t.same(second.body.overrides, { trendNewDays: 60 });
    t.match(second.body, { model: `${modelVersion}+o2`, constants: { bandCore: { value: 0.9 } } });
    const { body, headers } = await client.get("/v1/model");
    t.same([body, headers.etag], [second.body, '"2"']);
    const reset = await patch({ trendNewDays: null });
    t.match(reset.body, { model: modelVersion, overrides: {} });
    t.equal((await other.get("/v1/model")).headers.etag, '"0"', "another tenant keeps its own");
  });

  t.test("refuses what is out of bounds, unknown or does not go together", async (t) => {
    const client = await api.client();
    const bad: [unknown, string][] = [
      [{}, "/overrides"],
      [{ overrides: {} }, "/overrides"],
      [{ overrides: null }, "/overrides"],
      [{ overrides: { bandCore: 1 } }, "/overrides/bandCore"],
      [{ overrides: { bandCore: "0.8" } }, "/overrides/bandCore"],
      [{ overrides: { kappaScale: 0 } }, "/overrides/kappaScale"],
      [{ overrides: { charm: 1 } }, "/overrides/charm"],
      [{ overrides: { constructor: 1 } }, "/overrides/constructor"],
      [{ overrides: { bandCore: 0.5, bandActive: 0.6 } }, "/overrides/bandCore"],
      [{ overrides: { halfLifeDays: 60 } }, "/overrides/recentHalfLifeDays"],
      [{ bandCore: 0.8 }, "/bandCore"],
    ];
    for (const [body, pointer] of bad) {
      const { status, body: problem } = await client.patch("/v1/model", body);
      t.equal(status, 400, JSON.stringify(body));
      const pointers = problem.errors.map(({ pointer }: { pointer: string }) => pointer);
      t.ok(pointers.includes(pointer), `${JSON.stringify(body)}: ${pointers}`);
    }
    t.equal((await client.get("/v1/model")).headers.etag, '"0"', "and nothing was changed");
  });

  t.test("lets one of equal conditions through, and loses no change of many", async (t) => {
    const client = await api.client();
    const patch = (overrides: object, tag?: string) =>
      client.patch("/v1/model", { overrides }, tag ? { headers: { "if-match": tag } } : {});
    const rivals = await Promise.all(
      [0.8, 0.82, 0.84].map((bandCore) => patch({ bandCore }, '"0"')),
    );
    t.same(rivals.map(({ status }) => status).sort(), [200, 412, 412]);
    const changes = [{ trendNewDays: 40 }, { trendGrowing: 1.5 }, { kappaScale: 2 }];
    await Promise.all([
      ...changes.map((change) => patch(change)),
      client.patch("/v1/tenant", { roles: [{ role: "sponsor", inverse: "sponsored" }] }),
    ]);
    t.match((await client.get("/v1/model")).body.overrides, Object.assign({}, ...changes));
    t.equal((await client.get("/v1/tenant")).body.roles.length, 1);
  });
});
