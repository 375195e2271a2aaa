import {
  contactProbability,
  helpReciprocity,
  type Interaction,
  isStrained,
  MS_PER_DAY,
  type PairEvidence,
  rebuildEvidence,
} from "@kith/core";
import fc from "fast-check";
import t from "tap";
import { testApi, testStart } from "../../testing/test-api.ts";
import { createPeople, recordContacts } from "../ties/testing/contacts.ts";

const size = 60;
const names = Array.from({ length: size }, (_, n) => `p${String(n).padStart(2, "0")}`);
const name = fc.constantFrom(...names);

// About nine ties each: chains of three introducers abound, and can still all be listed.
const network = fc.record({
  contacts: fc.array(
    fc.record({
      from: name,
      to: name,
      daysAgo: fc.integer({ min: 1, max: 700 }),
      times: fc.integer({ min: 1, max: 6 }),
      type: fc.constantFrom("message", "message", "message", "advice", "conflict"),
    }),
    { minLength: 270, maxLength: 300 },
  ),
  shut: fc.uniqueArray(name, { minLength: 5, maxLength: 8 }),
  paused: fc.array(fc.tuple(name, name), { minLength: 5, maxLength: 15 }),
});

t.test("paths over random networks equal those found by trying every chain", async (t) => {
  const api = await testApi(t);
  for (const [round, drawn] of fc.sample(network, { seed: 20_260_302, numRuns: 3 }).entries()) {
    const client = await api.client();
    const log: Interaction[] = drawn.contacts.flatMap(({ from, to, daysAgo, times, type }) =>
      from === to
        ? []
        : Array.from({ length: times }, (_, n) => ({
            from,
            to,
            type,
            occurredAt: testStart - (daysAgo + n * 3) * MS_PER_DAY,
          })),
    );
    await createPeople(client, names);
    await recordContacts(
      client,
      log.map(({ from, to, occurredAt, type }) => [from, to, occurredAt, type]),
    );
    for (const person of drawn.shut) {
      await client.patch(`/v1/people/ext:${person}`, { openToIntroduce: false });
    }
    const paused = drawn.paused.filter(([from, to]) => from !== to);
    for (const [from, to] of paused) {
      await client.patch(`/v1/ties/ext:${from}/ext:${to}`, { paused: true });
    }
    const oracle = new Oracle(log, new Set(drawn.shut), paused);
    let found = 0;
    for (const [from, to] of [
      ["p00", "p59"],
      ["p07", "p31"],
      ["p12", "p44"],
      ["p25", "p03"],
    ] as const) {
      for (const maxIntroducers of [1, 2, 3]) {
        for (const distinct of [true, false]) {
          const search = {
            from: `ext:${from}`,
            to: { person: `ext:${to}` },
            maxIntroducers,
            distinct,
            limit: 8,
          };
          const { body } = await client.post("/v1/paths/search", search);
          const expected = oracle.paths(from, to, maxIntroducers, distinct).slice(0, 8);
          const label = `round ${round}: ${from} to ${to}, ${maxIntroducers}, ${distinct}`;
          t.equal(body.data.length, expected.length, label);
          for (const [index, path] of body.data.entries()) {
            const { score = Number.NaN } = expected[index] ?? {};
            t.ok(
              Math.abs(path.willingness - score) < 1e-9,
              `${label}: ${path.willingness}, ${score}`,
            );
            const people = path.people.map(({ externalId }: { externalId: string }) => externalId);
            t.ok(Math.abs(oracle.score(people) - path.willingness) < 1e-9, `${label}: ${people}`);
            found += 1;
          }
        }
      }
    }
    t.ok(found > 50, `${found} paths compared`);
  }
});

/** Lists every chain of people, with no idea of which to try first. */
class Oracle {
  readonly #evidence = new Map<string, Map<string, PairEvidence>>();
  readonly #shut: ReadonlySet<string>;
  readonly #paused: ReadonlySet<string>;

  constructor(log: Interaction[], shut: ReadonlySet<string>, paused: readonly [string, string][]) {
    this.#shut = shut;
    this.#paused = new Set(paused.flatMap(([from, to]) => [`${from} ${to}`, `${to} ${from}`]));
    for (const { a, b, evidence } of rebuildEvidence(log)) {
      if (evidence.contactDays === 0) continue;
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const) {
        const ties = this.#evidence.get(one) ?? new Map<string, PairEvidence>();
        this.#evidence.set(one, ties.set(other, evidence));
      }
    }
  }

  #ties(person: string): Map<string, PairEvidence> {
    return this.#evidence.get(person) ?? new Map();
  }

  score(people: readonly string[]): number {
    let score = 1;
    for (const [index, person] of people.slice(1).entries()) {
      const before = people[index] as string;
      const evidence = this.#ties(before).get(person);
      if (!evidence || isStrained(evidence) || this.#paused.has(`${before} ${person}`)) return 0;
      score *= contactProbability(evidence, testStart, 90) ?? 0;
    }
    for (const person of people.slice(1, -1)) {
      const tie = this.#ties(people[0] as string).get(person);
      const reciprocity = tie ? helpReciprocity(tie) : null;
      if (this.#shut.has(person)) return 0;
      score *= (1 + (reciprocity ?? 1)) / 2 / Math.log(Math.max(2, this.#ties(person).size));
    }
    return score;
  }

  paths(from: string, to: string, maxIntroducers: number, distinct: boolean) {
    const found: { people: string[]; score: number }[] = [];
    const visit = (people: string[]) => {
      for (const next of this.#ties(people.at(-1) as string).keys()) {
        if (people.includes(next)) continue;
        const chain = [...people, next];
        if (next === to) found.push({ people: chain, score: this.score(chain) });
        else if (chain.length <= maxIntroducers + 1) visit(chain);
      }
    };
    visit([from]);
    const isDirect = ({ people }: { people: string[] }) => Number(people.length === 2);
    const sorted = found
      .filter(({ score }) => score > 0)
      .sort((x, y) => isDirect(y) - isDirect(x) || y.score - x.score);
    const seen = new Set<string | undefined>();
    return sorted.filter(({ people: [, first] }) => {
      const isNew = !seen.has(first);
      seen.add(first);
      return isNew || !distinct;
    });
  }
}
