import fc from "fast-check";
import t from "tap";
import {
  blockingPairs,
  deferredAcceptance,
  type Matching,
  type Proposer,
  type Receiver,
} from "../index.ts";

/** Mentees and mentors with incomplete lists in any order, and some who list nobody's friend. */
const instance = (mostMentees: number, mostMentors: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: mostMentees }), fc.integer({ min: 0, max: mostMentors }))
    .chain(([mentees, mentors]) => {
      const menteeIds = Array.from({ length: mentees }, (_, index) => `mentee-${index}`);
      const mentorIds = Array.from({ length: mentors }, (_, index) => `mentor-${index}`);
      const listOf = (ids: string[]) => fc.shuffledSubarray([...ids, "somebody else"]);
      return fc.record({
        mentees: fc.tuple(
          ...menteeIds.map((id) =>
            fc.record({ id: fc.constant(id), preferences: listOf(mentorIds) }),
          ),
        ),
        mentors: fc.tuple(
          ...mentorIds.map((id) =>
            fc.record({
              id: fc.constant(id),
              preferences: listOf(menteeIds),
              capacity: fc.integer({ min: 0, max: 3 }),
            }),
          ),
        ),
      });
    });

const fits = (mentees: readonly Proposer[], mentors: readonly Receiver[], found: Matching) => {
  for (const { id, preferences } of mentees) {
    const mentor = found.receiverOf.get(id);
    if (mentor === undefined) throw new Error(`${id} is not listed`);
    if (mentor === null) continue;
    if (!preferences.includes(mentor)) throw new Error(`${id} did not ask for ${mentor}`);
    if (!found.proposersOf.get(mentor)?.includes(id)) throw new Error(`${mentor} lacks ${id}`);
  }
  for (const { id, preferences, capacity } of mentors) {
    const held = found.proposersOf.get(id) ?? [];
    if (held.length > capacity) throw new Error(`${id} holds more than its places`);
    const ranks = held.map((mentee) => preferences.indexOf(mentee));
    if (ranks.includes(-1)) throw new Error(`${id} holds whom it would refuse`);
    if (ranks.some((rank, index) => rank < (ranks[index - 1] ?? -1))) throw new Error("order");
  }
};

t.test("leaves no blocking pair in 10,000 random instances", (t) => {
  fc.assert(
    fc.property(instance(12, 6), ({ mentees, mentors }) => {
      const found = deferredAcceptance(mentees, mentors);
      fits(mentees, mentors, found);
      const blocking = blockingPairs(mentees, mentors, found);
      if (blocking.length > 0) throw new Error(JSON.stringify(blocking));
    }),
    { numRuns: 10_000 },
  );
  t.end();
});

t.test("gives every mentee the best they have in any stable matching", (t) => {
  fc.assert(
    fc.property(instance(4, 3), ({ mentees, mentors }) => {
      const found = deferredAcceptance(mentees, mentors);
      let stable = 0;
      for (const other of everyMatching(mentees, mentors)) {
        if (blockingPairs(mentees, mentors, other).length > 0) continue;
        stable += 1;
        for (const { id, preferences } of mentees) {
          const rank = (matching: Matching) => {
            const mentor = matching.receiverOf.get(id) ?? null;
            return mentor === null ? preferences.length : preferences.indexOf(mentor);
          };
          if (rank(other) < rank(found)) throw new Error(`${id} could do better`);
          const isLeft = (matching: Matching) => matching.receiverOf.get(id) === null;
          if (isLeft(other) !== isLeft(found)) throw new Error(`${id} is not always left out`);
        }
      }
      if (stable === 0) throw new Error("no stable matching was found by trying all");
    }),
    { numRuns: 1500 },
  );
  t.end();
});

t.test("does not depend on the order in which people are given", (t) => {
  fc.assert(
    fc.property(instance(8, 4), ({ mentees, mentors }) => {
      const one = deferredAcceptance(mentees, mentors);
      const other = deferredAcceptance(mentees.toReversed(), mentors.toReversed());
      for (const [mentee, mentor] of one.receiverOf) {
        if (other.receiverOf.get(mentee) !== mentor) throw new Error(mentee);
      }
    }),
    { numRuns: 500 },
  );
  t.end();
});

t.test("no mentee gains by hiding whom they like", (t) => {
  fc.assert(
    fc.property(instance(5, 3), fc.nat(), fc.infiniteStream(fc.boolean()), (given, pick, coin) => {
      const { mentees, mentors } = given;
      const honest = mentees[pick % Math.max(1, mentees.length)];
      if (!honest) return;
      const rank = (list: readonly Proposer[]) => {
        const mentor = deferredAcceptance(list, mentors).receiverOf.get(honest.id) ?? null;
        return mentor === null ? honest.preferences.length : honest.preferences.indexOf(mentor);
      };
      const shortened = honest.preferences.filter(() => coin.next().value);
      const lying = mentees.map((mentee) =>
        mentee === honest ? { ...mentee, preferences: shortened } : mentee,
      );
      if (rank(lying) < rank(mentees)) throw new Error(`${honest.id} gains by ${shortened}`);
    }),
    { numRuns: 1000 },
  );
  t.end();
});

t.test("an unstable matching is told by its blocking pair", (t) => {
  const mentees = [
    { id: "ada", preferences: ["x", "y"] },
    { id: "ben", preferences: ["x", "y"] },
  ];
  const mentors = [
    { id: "x", preferences: ["ada", "ben"], capacity: 1 },
    { id: "y", preferences: ["ada", "ben"], capacity: 1 },
  ];
  const swapped: Matching = {
    receiverOf: new Map([
      ["ada", "y"],
      ["ben", "x"],
    ]),
    proposersOf: new Map([
      ["x", ["ben"]],
      ["y", ["ada"]],
    ]),
  };
  t.same(blockingPairs(mentees, mentors, swapped), [{ proposer: "ada", receiver: "x" }]);
  t.end();
});

t.test("lists with repeats, people given twice and places below 0 are refused", (t) => {
  const ada = { id: "ada", preferences: ["x"] };
  const x = { id: "x", preferences: ["ada"], capacity: 1 };
  t.throws(() => deferredAcceptance([ada, ada], [x]), /proposer "ada" is given twice/);
  t.throws(() => deferredAcceptance([{ ...ada, preferences: ["x", "x"] }], [x]), /prefers/);
  t.throws(() => deferredAcceptance([ada], [{ ...x, capacity: -1 }]), /capacity -1/);
  t.end();
});

function* everyMatching(
  mentees: readonly Proposer[],
  mentors: readonly Receiver[],
): Iterable<Matching> {
  const [mentee, ...others] = mentees;
  if (!mentee) {
    const proposersOf = new Map(mentors.map(({ id }) => [id, [] as string[]]));
    yield { receiverOf: new Map(), proposersOf };
    return;
  }
  for (const rest of everyMatching(others, mentors)) {
    yield { ...rest, receiverOf: new Map([...rest.receiverOf, [mentee.id, null]]) };
    for (const { id, preferences, capacity } of mentors) {
      const held = rest.proposersOf.get(id) ?? [];
      if (!mentee.preferences.includes(id) || !preferences.includes(mentee.id)) continue;
      if (held.length >= capacity) continue;
      yield {
        receiverOf: new Map([...rest.receiverOf, [mentee.id, id]]),
        proposersOf: new Map([...rest.proposersOf, [id, [...held, mentee.id]]]),
      };
    }
  }
}
