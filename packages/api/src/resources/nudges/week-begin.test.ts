import t from "tap";
import { testApi, testStart } from "../../testing/test-api.ts";
import { type Contact, recordContacts } from "../ties/testing/contacts.ts";

t.setTimeout(300_000);
const api = await testApi(t);
const hour = 3_600_000;
const monday = Date.UTC(2026, 2, 2);
t.equal(monday, Math.floor(testStart / (24 * hour)) * 24 * hour);

// A week begins within a day of UTC, by which contact is counted.
const zones = [
  { timeZone: "Asia/Tokyo", startsAt: monday - 9 * hour },
  { timeZone: "America/Los_Angeles", startsAt: monday + 8 * hour },
  { timeZone: "UTC", startsAt: monday },
];

for (const { timeZone, startsAt } of zones) {
  const begin = async () => {
    api.clock.set(startsAt + 1);
    const client = await api.client();
    const names = ["ben", "cho", "dee", "eve", "fay"];
    // Silent for as long, the first of them the closest: it would come before the others.
    const silent = (name: string, nth: number): Contact[] =>
      Array.from({ length: 30 }, (_, i) => [
        ...(i % 2 ? (["ada", name] as const) : ([name, "ada"] as const)),
        monday - (70 + (3 + nth) * i) * 24 * hour,
      ]);
    await recordContacts(client, names.flatMap(silent));
    const set = await client.put("/v1/people/ext:ada/nudge-preferences", { timeZone });
    t.equal(set.status, 200, set.text);
    const shown = async (hours: number): Promise<string[]> => {
      api.clock.set(startsAt + hours * hour);
      const { week, data } = (await client.get("/v1/people/ext:ada/nudges")).body;
      t.equal(Date.parse(week.startsAt), startsAt);
      return data.map((one: { person: { externalId: string } }) => one.person.externalId);
    };
    const contact = async (name: string, hours: number) => {
      api.clock.set(Math.max(startsAt, startsAt + hours * hour));
      await recordContacts(client, [["ada", name, startsAt + hours * hour]]);
    };
    return { shown, contact };
  };

  t.test(`${timeZone}: contact before the week is none of the week's`, async (t) => {
    const { shown, contact } = await begin();
    await contact("ben", -5);
    const first = await shown(1);
    t.same(first, ["cho", "dee", "eve"]);
    await contact("ben", 30);
    t.same(await shown(31), first, "nor does it take a place with the next one");
  });

  t.test(`${timeZone}: contact right after the begin leaves its place empty`, async (t) => {
    const { shown, contact } = await begin();
    t.same(await shown(1), ["ben", "cho", "dee"]);
    await contact("ben", 2);
    t.same(await shown(3), ["cho", "dee"]);
    await contact("ben", 50);
    t.same(await shown(51), ["cho", "dee"]);
  });
}
