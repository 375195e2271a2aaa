import t, { type Test } from "tap";
import { simulate } from "./simulate.ts";

/*
 * The ranges contain what e-mail, message and credit data of real communities show for the same
 * figure (1,000 to 25,000 people; the figures of this simulation stand in the README).
 */
const DAY_MS = 86_400_000;
const { people, interactions } = simulate({
  seed: 3,
  people: 300,
  start: Date.UTC(2024, 10, 1),
  days: 730,
});

const daysByPair = new Map<string, Set<number>>();
const sent = new Map(people.map((person) => [person.externalId, 0]));
for (const { from, to, occurredAt } of interactions) {
  sent.set(from, (sent.get(from) ?? 0) + 1);
  for (const recipient of to) {
    const key = [from, recipient].sort().join();
    const days = daysByPair.get(key) ?? new Set();
    daysByPair.set(key, days.add(Math.floor(occurredAt / DAY_MS)));
  }
}
const contactDays = [...daysByPair.values()].map((days) => days.size).sort((x, y) => x - y);
const quantile = (sorted: number[], q: number) =>
  sorted[Math.floor(q * sorted.length)] ?? Number.NaN;
const between = (t: Pick<Test, "ok">, value: number, low: number, high: number, what: string) =>
  t.ok(value >= low && value <= high, `${what}: ${value.toFixed(3)} in ${low}..${high}`);

t.test(
  "activity is heavy-tailed: the busiest tenth start a large share of everything",
  async (t) => {
    const counts = [...sent.values()].sort((x, y) => y - x);
    const top = counts.slice(0, counts.length / 10).reduce((sum, count) => sum + count, 0);
    between(t, top / interactions.length, 0.28, 0.65, "share of the busiest tenth");
    between(
      t,
      quantile(counts, 0.01) / quantile(counts, 0.5),
      4,
      30,
      "99th percentile over median",
    );
  },
);

t.test("most pairs meet rarely and a few very often", async (t) => {
  const once = contactDays.filter((days) => days === 1).length / contactDays.length;
  between(t, once, 0.25, 0.66, "share of pairs with one day of contact");
  between(t, quantile(contactDays, 0.5), 1, 4, "median days of contact");
  between(t, quantile(contactDays, 0.9), 10, 40, "90th percentile");
  between(t, contactDays.at(-1) ?? 0, 150, 450, "longest");
});

t.test("contact comes in bursts, with long silences between", async (t) => {
  const perPair = [...daysByPair.values()].filter((days) => days.size >= 15).map(gapsOf);
  const burstiness = perPair.map((gaps) => {
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    const spread = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length);
    return (spread - mean) / (spread + mean);
  });
  // Goh & Barabasi 2008: -1 is a metronome, 0 chance alone, 1 all in one burst.
  const sorted = burstiness.sort((x, y) => x - y);
  between(t, quantile(sorted, 0.5), 0.04, 0.3, "median burstiness");
  t.ok(quantile(sorted, 0.02) < -0.2, "some keep a rhythm, as mentors do");
  t.ok(quantile(sorted, 0.95) > 0.35, "some live in bursts");
  const longest = perPair.map((gaps) => Math.max(...gaps)).sort((x, y) => x - y);
  t.ok(quantile(longest, 0.9) > 120, "one close pair in ten was silent for four months");
});

t.test("weekdays are busier than weekends, and nights are quiet", async (t) => {
  const weekend = interactions.filter(({ occurredAt }) =>
    [0, 6].includes(new Date(occurredAt).getUTCDay()),
  );
  between(t, weekend.length / interactions.length, 0.05, 0.25, "share of weekends");
  const zone = new Map(people.map((person) => [person.externalId, person.timeZone]));
  const clocks = new Map(
    [...new Set(zone.values())].map((timeZone) => [
      timeZone,
      new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone }),
    ]),
  );
  const sample = interactions.filter((_, i) => i % 10 === 0);
  const night = sample.filter(({ from, occurredAt }) => {
    const hour = Number(clocks.get(zone.get(from) ?? "")?.format(occurredAt));
    return hour >= 1 && hour < 6;
  });
  between(t, night.length / sample.length, 0, 0.03, "share between one and six, local time");
});

t.test("help is mostly followed by thanks or news, but not always", async (t) => {
  const help = interactions.filter(({ type }) =>
    ["advice", "introduction", "referral", "lead", "support", "knowledge"].includes(type),
  );
  const courtesies = new Map<string, number[]>();
  for (const { type, from, to, occurredAt } of interactions) {
    if (type !== "thanks" && type !== "update") continue;
    for (const recipient of to) {
      const list = courtesies.get(`${from}>${recipient}`) ?? [];
      list.push(occurredAt);
      courtesies.set(`${from}>${recipient}`, list);
    }
  }
  const answered = help.filter(({ from, to, occurredAt }) =>
    courtesies
      .get(`${to[0]}>${from}`)
      ?.some((at) => at >= occurredAt && at < occurredAt + 45 * DAY_MS),
  );
  between(t, answered.length / help.length, 0.6, 0.92, "share answered within 45 days");
});

function gapsOf(days: Set<number>): number[] {
  const sorted = [...days].sort((x, y) => x - y);
  return sorted.slice(1).map((day, i) => day - (sorted[i] ?? day));
}
