import fc from "fast-check";
import t from "tap";
import { foldTerm, type GroundFacts, sharedGround } from "../index.ts";

const list = fc.uniqueArray(fc.constantFrom("a", "A", "b", "c", "d"), { maxLength: 4 });
const facts: fc.Arbitrary<GroundFacts> = fc.record({
  organizations: list,
  interests: list,
  skills: list,
  values: list,
});
const none: GroundFacts = { organizations: [], interests: [], skills: [], values: [] };

t.test("names what both have, once, and the same things from both ends", (t) => {
  fc.assert(
    fc.property(facts, facts, (one, other) => {
      const [there, back] = [sharedGround(one, other), sharedGround(other, one)];
      const keys = there.map(({ value }) => foldTerm(value));
      if (new Set(keys).size !== keys.length) throw new Error("named twice");
      const names = (ground: typeof there) =>
        ground.map((x) => `${x.kind} ${foldTerm(x.value)}`).sort();
      if (names(there).join() !== names(back).join()) throw new Error("two sides differ");
      if (sharedGround(one, none).length > 0) throw new Error("something out of nothing");
    }),
  );
  t.same(
    sharedGround(
      { ...none, skills: ["welding"], interests: ["chess"] },
      { ...none, skills: ["Welding", "go"], interests: ["Chess"] },
    ),
    [
      { kind: "interest", value: "Chess" },
      { kind: "skill", value: "Welding" },
    ],
  );
  t.end();
});
