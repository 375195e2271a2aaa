import postgres from "postgres";
import t from "tap";
import { startThrowAway } from "../embedded/index.ts";
import { migrate, readMigrations } from "./index.ts";

const cluster = await startThrowAway();
t.teardown(() => cluster.stop());

t.test("a search key that is there already gets the days of its positions", async (t) => {
  const before = readMigrations().filter(({ name }) => name < "0014");
  await migrate(cluster.ownerUrl, { migrations: before });
  const owner = postgres(cluster.ownerUrl, { max: 1, onnotice: () => {} });
  t.teardown(() => owner.end());

  const tenant = "0192f0c1-2b3d-7c4e-8f5a-000000000001";
  const person = "0192f0c1-2b3d-7c4e-8f5a-000000000002";
  const works = (organization: string, from: string | null, to: string | null) => ({
    ...{ organization, title: "Engineer", from, to },
  });
  const positions = [
    works("Café  Zürich", "2001", "2003-05"),
    works("Café Zürich", "2010-02-03", null),
    works("Ever", null, null),
    works("ﬁnished", null, "2019"),
    works("Within a year", "2019-06", "2019"),
    works("שָׁלוֹם", "2001", "2002"),
  ];
  await owner`insert into kith.tenants (tenant_id, name, mode) values (${tenant}, 'A', 'live')`;
  await owner`insert into kith.people (tenant_id, id, positions)
    values (${tenant}, ${person}, ${owner.json(positions)})`;
  const keys = ["cafe zurich", "ever", "finished", "within a year", "שלום"].map((key) => [
    "organization",
    key,
  ]);
  for (const [kind = "", key = ""] of [...keys, ["title", "engineer"], ["skill", "ever"]]) {
    await owner`insert into kith.person_search_keys (tenant_id, kind, key, person_id)
      values (${tenant}, ${kind}, ${key}, ${person})`;
  }

  await migrate(cluster.ownerUrl);
  const rows = await owner<{ kind: string; key: string; held: string | null }[]>`
    select kind, key, held::text from kith.person_search_keys`;
  t.same(Object.fromEntries(rows.map(({ kind, key, held }) => [`${kind} ${key}`, held])), {
    "organization cafe zurich": "{[20010000,20030600),[20100203,100000000)}",
    "organization ever": null,
    "organization finished": "{[0,20200000)}",
    "organization within a year": "{[20190600,20200000)}",
    "organization שלום": null,
    "title engineer": null,
    "skill ever": null,
  });
});
