import t from "tap";
import {
  A_HELPED_B,
  A_REACHED_B,
  B_HELPED_A,
  B_REACHED_A,
  categoryOf,
  contactDayMasks,
  type Interaction,
  interactionTypes,
  MS_PER_DAY,
  maskOf,
  pairOf,
  rebuildPair,
  sideOf,
} from "../index.ts";

const from = (sender: string, to: string, type: string, occurredAt = 0): Interaction => ({
  type,
  from: sender,
  to,
  occurredAt,
});

t.test("help sets the bit of the giver and the contact bit that goes with it", (t) => {
  t.equal(maskOf(from("a", "b", "message")), A_REACHED_B);
  t.equal(maskOf(from("b", "a", "thanks")), B_REACHED_A);
  t.equal(maskOf(from("a", "b", "advice")), A_REACHED_B | A_HELPED_B);
  t.equal(maskOf(from("b", "a", "referral")), B_REACHED_A | B_HELPED_A);
  t.end();
});

t.test("friction is no contact day, but its moments are kept", (t) => {
  const log = [from("a", "b", "conflict", 5), from("b", "a", "repair", 7)];
  const [pair] = contactDayMasks(log);
  t.equal(pair?.days.size, 0);
  t.match(pair?.instants, { lastConflictAt: 5, lastRepairAt: 7, firstContactAt: null });
  t.match(rebuildPair(log), { contactDays: 0, lastConflictAt: 5 });
  t.end();
});

t.test("days begin at midnight UTC", (t) => {
  const [pair] = contactDayMasks([
    from("a", "b", "call", MS_PER_DAY - 1),
    from("a", "b", "call", MS_PER_DAY),
    from("a", "b", "call", -1),
  ]);
  t.same([...(pair?.days.keys() ?? [])], [0, 1, -1]);
  t.end();
});

t.test("an own type counts as its category says, a built-in type cannot be redefined", (t) => {
  const own = { coffee: "contact", lawsuit: "friction", message: "friction" } as const;
  t.equal(categoryOf("coffee", own), "contact");
  t.equal(categoryOf("message", own), "contact");
  t.equal(categoryOf("coffee"), null);
  t.equal(categoryOf("constructor"), null);
  t.equal(maskOf(from("a", "b", "coffee"), own), A_REACHED_B);
  t.equal(contactDayMasks([from("a", "b", "lawsuit", 3)], own)[0]?.instants.lastConflictAt, 3);
  t.equal(maskOf({ ...from("a", "b", "coffee"), category: "help" }), A_REACHED_B | A_HELPED_B);
  t.equal(Object.keys(interactionTypes).length, 19);
  t.end();
});

t.test("what is wrong is named", (t) => {
  t.throws(() => contactDayMasks([from("a", "b", "poke")]), /Unknown interaction type "poke"/);
  t.throws(() => contactDayMasks([from("a", "a", "call")]), /both ids are "a"/);
  t.throws(() => contactDayMasks([from("a", "b", "call", Number.NaN)]), /occurredAt NaN/);
  t.end();
});

t.test("a pair has one spelling", (t) => {
  t.same(pairOf("b", "a"), { a: "a", b: "b" });
  t.equal(sideOf("b", "a"), "b");
  t.end();
});
