import fc from "fast-check";
import t from "tap";
import {
  clustering,
  constraint,
  contactFlow,
  effectiveSize,
  egoNetwork,
  explainPath,
  type Interaction,
  MS_PER_DAY,
  Network,
  networkReciprocity,
  rebuildEvidence,
  rebuildPair,
  strength,
  weightedGraph,
} from "../index.ts";
import { difference, interaction, LATEST } from "../testing/arbitraries.ts";

const people = ["ada", "ben", "cyd", "dan"];
const log = fc
  .array(interaction(people), { maxLength: 80 })
  .map((entries) => entries.map((entry, index) => ({ ...entry, id: `int-${index}` })));

const ofPair = (entries: readonly Interaction[], one: string, other: string) =>
  entries.filter(({ from, to }) => [from, to].sort().join() === [one, other].sort().join());

const same = (network: Network, entries: readonly Interaction[], at?: number) => {
  for (const one of people) {
    for (const other of people) {
      if (one >= other) continue;
      const until = ofPair(entries, one, other).filter((e) => e.occurredAt <= (at ?? Infinity));
      const found = difference(network.evidence(one, other, at), rebuildPair(until));
      if (found) throw new Error(`${one}-${other}: ${found}`);
    }
  }
};

t.test(
  "holds for every pair what its log says, however often and in whatever order it arrived",
  (t) => {
    fc.assert(
      fc.property(
        log.chain((entries) =>
          fc.tuple(fc.constant(entries), fc.shuffledSubarray([...entries, ...entries])),
        ),
        ([entries, arriving]) => {
          const network = new Network();
          network.observe(arriving);
          const { created, duplicates } = network.observe(entries);
          if (created + duplicates !== entries.length) throw new Error("some are not counted");
          same(network, entries);
        },
      ),
      { numRuns: 150 },
    );
    t.end();
  },
);

t.test("a voided interaction leaves no trace", (t) => {
  fc.assert(
    fc.property(log, fc.infiniteStream(fc.boolean()), (entries, coin) => {
      const network = new Network();
      network.observe(entries);
      const kept = entries.filter(({ id }) => !(coin.next().value && network.void(id)));
      same(network, kept);
      const fresh = new Network();
      fresh.observe(kept);
      t.same([...network.people()].sort(), [...fresh.people()].sort());
      for (const person of people) {
        t.equal(network.lastSeenAt(person), fresh.lastSeenAt(person));
      }
    }),
    { numRuns: 60 },
  );
  t.equal(new Network().void("int-1"), false);
  t.end();
});

t.test("answers for a past moment as it would have then", (t) => {
  fc.assert(
    fc.property(log, fc.nat(1000), (entries, day) => {
      const network = new Network();
      network.observe(entries);
      same(network, entries, LATEST - day * MS_PER_DAY);
    }),
    { numRuns: 100 },
  );
  t.end();
});

t.test("one event reaches each of its recipients once", (t) => {
  const network = new Network();
  const event = { id: "x", type: "gathering", from: "ada", to: ["ben", "cyd", "ben"] };
  t.same(network.observe([{ ...event, occurredAt: 0 }]), { created: 1, duplicates: 0 });
  t.same(network.observe([{ ...event, occurredAt: 0 }]), { created: 0, duplicates: 1 });
  t.equal(network.interactions("ada", "ben").length, 1);
  t.same([...network.people()].sort(), ["ada", "ben", "cyd"]);
  t.equal(network.void("x"), true);
  t.same([...network.people()], []);
  t.end();
});

t.test("a bad interaction throws and stores nothing of itself", (t) => {
  const network = new Network();
  const event = { type: "call", from: "ada", to: ["ben", "ada"], occurredAt: 0 };
  t.throws(() => network.observe([event]), /both ids are "ada"/);
  t.throws(() => network.observe([{ ...event, to: "ben", type: "poke" }]), /"poke"/);
  t.throws(() => network.observe([{ ...event, to: [] }]), /reaches nobody/);
  t.throws(() => network.observe([{ ...event, to: "ben", occurredAt: Infinity }]), /Infinity/);
  t.same([...network.people()], []);
  t.end();
});

t.test("lists a person's ties and the whole network's, strongest first", (t) => {
  const network = new Network();
  const call = (from: string, to: string, days: number[]) =>
    days.map((day) => ({ type: "call", from, to, occurredAt: day * MS_PER_DAY }));
  network.observe([
    ...call("ada", "ben", [1]),
    ...call("cyd", "ada", [1, 2, 3]),
    ...call("ben", "cyd", [1, 2]),
    { type: "conflict", from: "ada", to: "dan", occurredAt: 0 },
  ]);
  const at = 10 * MS_PER_DAY;
  t.same(
    network.ties("ada", at).map(({ to, band }) => [to, band]),
    [
      ["cyd", "active"],
      ["ben", "fading"],
      ["dan", "none"],
    ],
  );
  t.same(
    network.strongest(at, 2).map(({ a, b }) => [a, b]),
    [
      ["ada", "cyd"],
      ["ben", "cyd"],
    ],
  );
  t.equal(network.degree("ada", at), 2, "friction alone is no contact");
  t.same(network.ties("ada", -1), []);
  t.same(network.ties("nobody", at), []);
  t.end();
});

t.test("what a side declares changes its own tie only", (t) => {
  const network = new Network();
  network.observe([{ type: "call", from: "ada", to: "ben", occurredAt: 0 }]);
  network.declare("ada", "ben", { cadenceDays: { ideal: 3, max: null }, paused: true });
  t.match(network.tie("ada", "ben", 0), { paused: true, cadence: { dueAt: 3 * MS_PER_DAY } });
  t.match(network.tie("ben", "ada", 0), { paused: false, cadence: { dueAt: 14 * MS_PER_DAY } });
  t.end();
});

t.test("finds warm paths, around strained and paused ties and people who opted out", (t) => {
  const network = new Network();
  const met = (one: string, other: string) => ({
    type: "call",
    from: one,
    to: other,
    occurredAt: 0,
  });
  network.observe(["ben", "cyd"].flatMap((via) => [met("ada", via), met(via, "eve")]));
  const ways = () => network.paths("ada", ["eve"], 0).map(({ people }) => people[1]);
  t.same(ways(), ["ben", "cyd"]);
  network.setOpenToIntroduce("ben", false);
  t.same(ways(), ["cyd"]);
  network.setOpenToIntroduce("ben", true);
  network.declare("eve", "cyd", { paused: true });
  t.same(ways(), ["ben"]);
  network.observe([{ type: "conflict", from: "ben", to: "eve", occurredAt: 0 }]);
  t.same(ways(), []);
  t.end();
});

t.test("explains a tie and follows it through its past", (t) => {
  const network = new Network();
  network.observe([{ type: "call", from: "ada", to: "ben", occurredAt: 0 }]);
  const year = 365 * MS_PER_DAY;
  t.equal(network.explain("ben", "ada", year, { limit: 1 }).weighingDays[0]?.inbound, true);
  const points = network.history("ada", "ben", { since: -year, until: year, stepDays: 365 });
  t.same(
    points.map(({ contactDays }) => contactDays),
    [0, 1, 1],
  );
  t.end();
});

t.test("measures a person's surroundings as the graph of all strengths gives them", (t) => {
  fc.assert(
    fc.property(log, (entries) => {
      const network = new Network();
      network.observe(entries);
      const pairs = rebuildEvidence(entries);
      const edges = pairs.flatMap(({ a, b, evidence }) => {
        const weight = strength(evidence, LATEST);
        return weight === null ? [] : [{ a, b, weight }];
      });
      const graph = weightedGraph(edges, people);
      for (const person of people) {
        const ego = egoNetwork(graph, person);
        const expected = [effectiveSize, constraint, clustering].map((f) => f(ego, person));
        const found = network.person(person, LATEST);
        const values = [found.effectiveSize, found.constraint, found.clustering];
        for (const [index, value] of values.entries()) {
          const target = expected[index] ?? null;
          const isSame = value === target || Math.abs((value ?? 9) - (target ?? 7)) < 1e-9;
          if (!isSame) throw new Error(`${person}: ${value}, not ${target}`);
        }
      }
      const flows = pairs.flatMap(({ a, b, evidence }) => {
        const { given, received } = contactFlow(evidence, "a", LATEST);
        return [
          { from: a, to: b, weight: given },
          { from: b, to: a, weight: received },
        ];
      });
      const gap = (network.reciprocity(LATEST) ?? -1) - (networkReciprocity(flows) ?? -1);
      if (!(Math.abs(gap) < 1e-9)) throw new Error(`reciprocity differs by ${gap}`);
    }),
    { numRuns: 100 },
  );
  t.end();
});

t.test("finds new people to meet through those one knows", (t) => {
  const network = new Network();
  const met = (one: string, other: string) => ({
    type: "call",
    from: one,
    to: other,
    occurredAt: 0,
  });
  network.observe([met("ada", "ben"), met("ben", "cyd"), met("cyd", "dan")]);
  t.match(network.peopleToMeet("ada", 0), [{ person: "cyd", through: [{ person: "ben" }] }]);
  t.end();
});

t.test("asks the introducer first with whom help goes both ways", (t) => {
  const network = new Network();
  const met = (type: string, from: string, to: string) => ({ type, from, to, occurredAt: 0 });
  network.observe(
    ["ben", "cyd"].flatMap((via) => [met("advice", "ada", via), met("call", via, "eve")]),
  );
  network.observe([met("advice", "cyd", "ada")]);
  const willingness = network
    .paths("ada", ["eve"], 0)
    .flatMap(({ introducers }) =>
      introducers.map(({ person, willingness }) => [person, willingness]),
    );
  t.same(willingness, [
    ["cyd", 1],
    ["ben", 0.5],
  ]);
  t.match(network.peopleToMeet("ada", 0), [{ through: [{ person: "cyd" }, { person: "ben" }] }]);
  t.end();
});

t.test("takes a path apart down to what was recorded", (t) => {
  const network = new Network();
  const met = (type: string, from: string, to: string) => ({ type, from, to, occurredAt: 0 });
  network.observe([
    met("advice", "ada", "ben"),
    met("call", "ben", "cyd"),
    met("call", "cyd", "eve"),
    met("call", "cyd", "dan"),
  ]);
  const [path] = network.paths("ada", ["eve"], 0);
  if (!path) throw new Error("no path");
  const parts = explainPath(path);
  for (const { measure, formula, inputs, value } of parts) {
    const body = formula.replace(/\bmax\(/gu, "Math.max(").replaceAll("ln(", "Math.log(");
    const computed = new Function(...Object.keys(inputs), `return ${body}`)(
      ...Object.values(inputs),
    );
    t.ok(Math.abs(computed - Number(value)) < 1e-12, `${measure} = ${formula}`);
  }
  t.same(
    parts.map(({ measure }) => measure),
    [
      "chance",
      "introducer1.willingness",
      "introducer1",
      "introducer2.willingness",
      "introducer2",
      "score",
    ],
  );
  t.match(parts[1], { inputs: { helpReciprocity: 0, limit: null }, value: 0.5 });
  t.equal(parts.at(-1)?.value, path.score);
  t.end();
});

t.test("knows of places, help and needs what was described", (t) => {
  const network = new Network();
  const wrote = (from: string, to: string) => ({ type: "message", from, to, occurredAt: 0 });
  network.observe([
    wrote("ben", "ada"),
    wrote("ada", "cyd"),
    wrote("ada", "dan"),
    wrote("dan", "ada"),
  ]);
  const before = network.person("ada", 0);
  t.same([before.diversity, before.brokerageRoles], [null, null]);
  t.match(network.realTie("ada", "ben", 0), { capability: null, isReal: null });
  network.describe("ada", { organizations: ["x"], skills: ["law"], asks: ["tax"] });
  network.describe("ben", { organizations: ["y"], skills: ["tax"], lacks: ["law"] });
  network.describe("cyd", { organizations: ["x", "z"] });
  network.describe("dan", { organizations: ["y"] });
  const { diversity, brokerageRoles, constraint, localConstraint } = network.person("ada", 0);
  t.match(diversity, { knownShare: 1, effectiveGroups: 1 / ((4 + 0.25 + 0.25) / 9) });
  // In from y are ben and dan; out go cyd of x and dan of y.
  t.same(brokerageRoles, {
    coordinator: 0,
    gatekeeper: 2,
    representative: 0,
    consultant: 1,
    liaison: 0,
  });
  const sum = [...localConstraint.values()].reduce((total, value) => total + value, 0);
  t.equal(constraint, sum);
  t.same([...localConstraint.keys()].sort(), ["ben", "cyd", "dan"]);
  t.match(network.realTie("ada", "ben", 0), {
    capability: 1,
    own: { capability: { covered: ["law"] } },
  });
  const part = (name: string) =>
    network.explain("ada", "ben", 0).parts.find(({ measure }) => measure === name)?.value;
  t.equal(part("real.capability"), 1);
  network.declare("ada", "ben", { cadenceDays: { ideal: 3, max: null } });
  const late = network.explain("ada", "ben", 10 * MS_PER_DAY).parts;
  t.equal(late.find(({ measure }) => measure === "cadence.overdueDays")?.value, 7);
  t.end();
});

t.test("sets the concentration of contact beside the same person's own past", (t) => {
  const network = new Network();
  const alters = Array.from({ length: 10 }, (_, index) => `alter-${index}`);
  const met = (to: string, day: number) => ({
    type: "call",
    from: "ada",
    to,
    occurredAt: day * MS_PER_DAY,
  });
  network.observe(alters.map((to) => met(to, 0)));
  network.observe(Array.from({ length: 20 }, (_, n) => met("alter-0", 300 + n)));
  const at = 321 * MS_PER_DAY;
  const found = network.concentration("ada", at, { everyDays: 30, moments: 10 });
  t.equal(found.value, network.person("ada", at).concentration);
  t.ok(Math.abs((found.usual ?? 0) - 0.5) < 1e-9, "ten alters alike, up to a month ago");
  t.ok((found.change ?? 0) > 0.2);
  const young = network.concentration("ada", 0);
  t.match(young, { value: 0.5, usual: null, lowest: null, highest: null, change: null });
  t.end();
});

t.test("holds many pairs and days apart", (t) => {
  const network = new Network();
  const people = Array.from({ length: 300 }, (_, index) => `person-${index}`);
  const entries = people.flatMap((from, index) =>
    [1, 2, 7, 50].map((step, day) => ({
      type: "call",
      from,
      to: people[(index + step) % people.length] as string,
      occurredAt: (index * 3 + day) * MS_PER_DAY,
    })),
  );
  network.observe(entries);
  for (const { a, b, evidence } of rebuildEvidence(entries)) {
    const found = difference(network.evidence(a, b), evidence);
    if (found) t.fail(`${a}-${b}: ${found}`);
  }
  t.equal([...network.people()].length, 300);
  t.end();
});

t.test("lists the strongest of the whole network as sorting everything would", (t) => {
  fc.assert(
    fc.property(log, fc.nat(1000), fc.nat(7), (entries, day, limit) => {
      const at = LATEST - day * MS_PER_DAY;
      const network = new Network();
      network.observe(entries);
      const sorted = rebuildEvidence(entries.filter(({ occurredAt }) => occurredAt <= at))
        .flatMap(({ evidence }) => strength(evidence, at) ?? [])
        .sort((x, y) => y - x)
        .slice(0, limit);
      const found = network.strongest(at, limit).map((pair) => pair.strength);
      if (found.length !== sorted.length) throw new Error(`${found.length}, not ${sorted.length}`);
      for (const [index, value] of found.entries()) {
        if (Math.abs(value - (sorted[index] ?? 9)) > 1e-12) throw new Error(`${found}: ${sorted}`);
      }
    }),
    { numRuns: 100 },
  );
  t.end();
});
