import { sql } from "drizzle-orm";
import t from "tap";
import { testApi } from "../../testing/test-api.ts";
import { peopleQuery } from "./queries/list-people.ts";
import { searchTerms } from "./search-keys.ts";

t.test("finding people", async (t) => {
  const api = await testApi(t);
  const client = await api.client();
  const people = {
    ada: { name: "Ada Lovelace", emails: ["Countess@Example.org"], skills: ["Mathematics"] },
    zoe: { name: "Zoë Ångström-O’Brien", skills: ["C++", "go"], emails: ["zoe.a@x.example"] },
    dvora: { name: "דְּבוֹרָה Baron" },
    taro: { name: "山田 太郎" },
    unicorn: { name: "🦄" },
    fi: { name: "Ｆｕｌｌ ﬁgure" },
    ben: {
      name: "Ben Adams",
      positions: [
        { organization: "Café Nord", title: "Chef" },
        { organization: "Acme", title: "CEO", to: "2019" },
      ],
    },
    ned: { name: "Ned Nordström", positions: [{ organization: "CAFE  NORD", title: "Waiter" }] },
    nobody: {},
  };
  for (const [externalId, person] of Object.entries(people)) {
    await client.put(`/v1/people/ext:${externalId}`, person);
  }
  const find = async (filters: Record<string, string>) => {
    const { body } = await client.get(`/v1/people?${new URLSearchParams(filters)}`);
    return body.data.map(({ externalId }: { externalId: string }) => externalId).sort();
  };

  t.test("by beginnings of words of the name, without regard to case and accents", async (t) => {
    for (const [q, found] of [
      ["ada", ["ada", "ben"]],
      ["ADA L", ["ada"]],
      ["love ada", ["ada"]],
      ["lovelace x", []],
      ["zoe angstrom", ["zoe"]],
      ["ZOË ÅNG", ["zoe"]],
      ["Zoe\u0308", ["zoe"]],
      ["ångström-o’brien", ["zoe"]],
      ["obrien", []],
      ["דבורה", ["dvora"]],
      ["太", ["taro"]],
      ["🦄", ["unicorn"]],
      ["full figure", ["fi"]],
      ["  ned \t nord ", ["ned"]],
      ["%", []],
      ["_", []],
      ["'; --", []],
    ] as const) {
      t.same(await find({ q }), found, q);
    }
  });

  t.test("by the beginning of an e-mail address", async (t) => {
    t.same(await find({ q: "countess@" }), ["ada"]);
    t.same(await find({ q: "COUNT" }), ["ada"]);
    t.same(await find({ q: "zoe.a@x.example brien" }), ["zoe"]);
    t.same(await find({ email: "countess@example.ORG" }), ["ada"]);
    t.same(await find({ email: "countess@example" }), []);
  });

  t.test("by skill, organization and role, whole, and by all filters together", async (t) => {
    t.same(await find({ skill: "mathematics" }), ["ada"]);
    t.same(await find({ skill: "math" }), []);
    t.same(await find({ skill: "c++" }), ["zoe"]);
    t.same(await find({ organization: "cafe nord" }), ["ben", "ned"]);
    t.same(await find({ organization: "café nord", role: "CHEF" }), ["ben"]);
    t.same(await find({ organization: "Acme", q: "ned" }), []);
    t.same(await find({ organization: "Acme", q: "ben" }), ["ben"]);
  });

  t.test("as they are now, not as they were", async (t) => {
    await client.put("/v1/people/ext:moved", { name: "Before Change", skills: ["old"] });
    await client.patch("/v1/people/ext:moved", { name: "After Change", skills: ["new"] });
    t.same(await find({ q: "before" }), []);
    t.same(await find({ skill: "old" }), []);
    t.same(await find({ q: "after change", skill: "new" }), ["moved"]);
  });

  t.test("page by page, each once, also while others are added", async (t) => {
    const mine = await api.client();
    const made: string[] = [];
    for (let index = 0; index < 7; index++) {
      api.clock.set(api.clock.now() + 1);
      made.push((await mine.post("/v1/people", { name: `Page ${index}` })).body.id);
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const next: string = cursor === null ? "" : `&cursor=${cursor}`;
      const { body } = await mine.get(`/v1/people?q=page&limit=3${next}`);
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
      api.clock.set(api.clock.now() + 1);
      if (seen.length === 3) made.push((await mine.post("/v1/people", { name: "Page" })).body.id);
    } while (cursor !== null);
    t.same(seen, made);
  });

  t.test("a cursor of another list, or none, is refused", async (t) => {
    const { nextCursor } = (await client.get("/v1/people?limit=2")).body;
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const id = "0190b2f0-0000-7000-8000-000000000000";
    for (const query of [
      `q=ada&cursor=${nextCursor}`,
      `updatedSince=2026-01-01T00:00:00Z&cursor=${nextCursor}`,
      "cursor=nonsense",
      `cursor=${encode(["people.list?[]", 1])}`,
      `cursor=${encode(["people.list?[]", 1, "not an id"])}`,
      `cursor=${encode(["people.list?[]", -1, id])}`,
      `cursor=${encode(["people.list?[]", 1e300, id])}`,
      `cursor=${encode({})}`,
    ]) {
      const answer = await client.get(`/v1/people?${query}`);
      t.match(answer, { status: 400, body: { code: "invalid_cursor" } }, query);
    }
    t.equal((await client.get(`/v1/people?limit=5&cursor=${nextCursor}`)).status, 200);
  });

  t.test("refuses what is no filter", async (t) => {
    for (const [query, pointer] of [
      ["limit=0", "?limit"],
      ["limit=201", "?limit"],
      ["limit=ten", "?limit"],
      ["q=", "?q"],
      ["q=%20", "?q"],
      [`q=${"a".repeat(101)}`, "?q"],
      ["q=a&q=b", "?q"],
      ["q=%00", "/q"],
      ["updatedSince=yesterday", "?updatedSince"],
      ["updatedSince=0000-01-01T00:00:00Z", "?updatedSince"],
      ["cursor=", "?cursor"],
      ["name=ada", "?name"],
    ]) {
      const { status, body } = await client.get(`/v1/people?${query}`);
      t.equal(status, 400, query as string);
      t.equal(body.errors[0].pointer, pointer, query as string);
    }
  });

  t.test(
    "changed since: the last change last, and nothing that was under way missed",
    async (t) => {
      const mine = await api.client();
      const start = Date.UTC(2026, 4, 1);
      const put = async (name: string, at: number) => {
        api.clock.set(start + at);
        await mine.put(`/v1/people/ext:${name}`, { name: `${name} ${at}` });
      };
      await put("one", 0);
      await put("two", 20_000);
      await put("three", 30_000);
      await put("one", 40_000);
      const since = async (at: number, more = "") => {
        const time = new Date(start + at).toISOString();
        const { body } = await mine.get(`/v1/people?updatedSince=${time}${more}`);
        return { names: body.data.map((p: { name: string }) => p.name), cursor: body.nextCursor };
      };
      t.same((await since(0)).names, ["two 20000", "three 30000", "one 40000"]);
      t.same((await since(30_000)).names, ["two 20000", "three 30000", "one 40000"]);
      t.same((await since(30_001)).names, ["three 30000", "one 40000"]);
      t.same((await since(60_000)).names, []);
      const first = await since(0, "&limit=2");
      t.same(first.names, ["two 20000", "three 30000"]);
      await put("two", 50_000);
      t.same((await since(0, `&limit=2&cursor=${first.cursor}`)).names, ["one 40000", "two 50000"]);
    },
  );

  t.test("reads an index, under row-level security, with thousands of people", async (t) => {
    const mine = await api.client();
    for (let part = 0; part < 6; part++) {
      const { body } = await mine.post(
        "/v1/people/batch",
        Array.from({ length: 1_000 }, (_, index) => ({
          externalId: `crowd-${part}-${index}`,
          name: `Crowd${part} Member${index}`,
          emails: [`member${part}-${index}@example.org`],
          skills: [`skill ${index % 50}`],
          positions: [{ organization: `Organization ${index % 100}`, title: "Member" }],
        })),
      );
      t.equal(body.created, 1_000);
    }
    const none = { terms: [], exact: [], changedFrom: null, after: null, limit: 51 };
    const plans = {
      q: { ...none, terms: searchTerms("crowd3 member77") },
      email: { ...none, terms: searchTerms("member3-77@ex") },
      exact: { ...none, exact: [{ kind: "skill" as const, key: "skill 7" }] },
      both: {
        ...none,
        terms: searchTerms("member7"),
        exact: [{ kind: "organization" as const, key: "organization 7" }],
      },
      all: none,
      since: { ...none, changedFrom: api.clock.now() + 60_000 },
    };
    for (const mode of ["force_custom_plan", "force_generic_plan"]) {
      for (const [name, filter] of Object.entries(plans)) {
        const plan = await api.database.withTenant(mine.tenantId, async (tx) => {
          await tx.execute(sql.raw(`set local plan_cache_mode = ${mode}`));
          const rows = await tx.execute(sql`explain ${peopleQuery(tx, filter)}`);
          return rows.map((row) => row["QUERY PLAN"]).join("\n");
        });
        t.match(plan, /Index/, `${mode} ${name}`);
        t.notMatch(plan, /Seq Scan/, `${mode} ${name}\n${plan}`);
        if (filter.terms.length + filter.exact.length > 0) {
          t.match(
            plan,
            /person_search_keys_pkey.*\n +Index Cond: [^\n]*\(key >?= /,
            `${mode} ${name}`,
          );
        }
      }
    }
  });
});
