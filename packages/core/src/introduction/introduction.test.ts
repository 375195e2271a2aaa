import fc from "fast-check";
import t from "tap";
import {
  allowedIntroductionActions,
  contactSharedUntil,
  type Interaction,
  type IntroductionAction,
  type IntroductionFacts,
  type IntroductionRole,
  introductionActions,
  introductionAsSeenBy,
  introductionClosesAt,
  introductionRoles,
  introductionRules,
  introductionStateAt,
  introductionTransitions,
  MS_PER_DAY,
  mayAskAgain,
  moveIntroduction,
  needsNoIntroduction,
  rebuildPair,
  requestedIntroduction,
  takesPlace,
} from "../index.ts";

const day = (n: number) => n * MS_PER_DAY;
type Act = readonly [on: number, role: IntroductionRole, action: IntroductionAction];

/** What becomes of a request of day 0; an action that is refused changes nothing. */
function after(acts: readonly Act[]): IntroductionFacts {
  return acts.reduce((introduction, [on, role, action]) => {
    const step = moveIntroduction(introduction, role, action, day(on));
    return "introduction" in step ? step.introduction : introduction;
  }, requestedIntroduction(0));
}

const introducerAgrees: Act = [1, "introducer", "accept"];
const targetAgrees: Act = [2, "target", "accept"];
const made: Act = [3, "introducer", "complete"];
const thanked: Act = [4, "requester", "thank"];
const reported: Act = [20, "requester", "report"];
const bothAgree = [introducerAgrees, targetAgrees];
const completed = [...bothAgree, made];

/** Everything that can be the case, when, and what each can do and sees then. */
const cases: readonly {
  name: string;
  acts: readonly Act[];
  on: number;
  requester: string;
  introducer: string;
  target: string;
}[] = [
  {
    name: "requested",
    ...{ acts: [], on: 5 },
    requester: "pending: withdraw",
    introducer: "requested: accept decline",
    target: "null:",
  },
  {
    name: "the introducer let their time pass",
    ...{ acts: [], on: 7 },
    requester: "pending: withdraw",
    introducer: "expired:",
    target: "null:",
  },
  {
    name: "nobody answered",
    ...{ acts: [], on: 14 },
    requester: "notThisTime:",
    introducer: "expired:",
    target: "null:",
  },
  {
    name: "introducer agreed",
    ...{ acts: [introducerAgrees], on: 13 },
    requester: "pending: withdraw",
    introducer: "pending: decline",
    target: "requested: accept decline",
  },
  {
    name: "the target let their time pass",
    ...{ acts: [introducerAgrees], on: 14 },
    requester: "notThisTime:",
    introducer: "notThisTime:",
    target: "expired:",
  },
  {
    name: "the introducer declined",
    ...{ acts: [[1, "introducer", "decline"]], on: 13 },
    requester: "pending: withdraw",
    introducer: "declined:",
    target: "null:",
  },
  {
    name: "the introducer declined, after the day",
    ...{ acts: [[1, "introducer", "decline"]], on: 14 },
    requester: "notThisTime:",
    introducer: "declined:",
    target: "null:",
  },
  {
    name: "the target declined",
    ...{ acts: [introducerAgrees, [2, "target", "decline"]], on: 13 },
    requester: "pending: withdraw",
    introducer: "pending: decline",
    target: "declined:",
  },
  {
    name: "the target declined, after the day",
    ...{ acts: [introducerAgrees, [2, "target", "decline"]], on: 14 },
    requester: "notThisTime:",
    introducer: "notThisTime:",
    target: "declined:",
  },
  {
    name: "the introducer took a yes back",
    ...{ acts: [introducerAgrees, [2, "introducer", "decline"]], on: 13 },
    requester: "pending: withdraw",
    introducer: "declined:",
    target: "notThisTime:",
  },
  {
    name: "withdrawn before the target was asked",
    ...{ acts: [[1, "requester", "withdraw"]], on: 2 },
    requester: "withdrawn:",
    introducer: "notThisTime:",
    target: "null:",
  },
  {
    name: "withdrawn after what was a no",
    ...{
      acts: [introducerAgrees, [2, "target", "decline"], [3, "requester", "withdraw"]] as const,
      on: 20,
    },
    requester: "withdrawn:",
    introducer: "notThisTime:",
    target: "notThisTime:",
  },
  {
    name: "both agreed",
    ...{ acts: bothAgree, on: 31 },
    requester: "agreed: withdraw complete",
    introducer: "agreed: complete decline",
    target: "agreed: complete decline",
  },
  {
    name: "both agreed, and it was never made",
    ...{ acts: bothAgree, on: 32 },
    requester: "notThisTime:",
    introducer: "notThisTime:",
    target: "notThisTime:",
  },
  {
    name: "the target took a yes back",
    ...{ acts: [...bothAgree, [3, "target", "decline"]], on: 3 },
    requester: "notThisTime:",
    introducer: "notThisTime:",
    target: "declined:",
  },
  {
    name: "the introducer took back what both had agreed to",
    ...{ acts: [...bothAgree, [3, "introducer", "decline"]], on: 3 },
    requester: "notThisTime:",
    introducer: "declined:",
    target: "notThisTime:",
  },
  {
    name: "withdrawn after both agreed",
    ...{ acts: [...bothAgree, [3, "requester", "withdraw"]], on: 3 },
    requester: "withdrawn:",
    introducer: "notThisTime:",
    target: "notThisTime:",
  },
  {
    name: "made",
    ...{ acts: completed, on: 400 },
    requester: "made: thank report",
    introducer: "made:",
    target: "made:",
  },
  {
    name: "thanked",
    ...{ acts: [...completed, thanked], on: 400 },
    requester: "thanked: report",
    introducer: "thanked:",
    target: "thanked:",
  },
  {
    name: "reported without thanks",
    ...{ acts: [...completed, reported], on: 400 },
    requester: "reported: thank",
    introducer: "reported:",
    target: "reported:",
  },
  {
    name: "reported",
    ...{ acts: [...completed, thanked, reported], on: 400 },
    requester: "reported:",
    introducer: "reported:",
    target: "reported:",
  },
];

for (const { name, acts, on, ...expected } of cases) {
  t.test(`${name}, on day ${on}: what each sees and can do, and nothing else`, async (t) => {
    const introduction = after(acts);
    for (const role of introductionRoles) {
      const allowed = allowedIntroductionActions(introduction, role, day(on));
      const seen = introductionAsSeenBy(role, introduction, day(on));
      t.equal(`${seen}: ${allowed.join(" ")}`.trim(), expected[role], role);
      for (const action of introductionActions) {
        const step = moveIntroduction(introduction, role, action, day(on));
        if (allowed.includes(action)) t.ok("introduction" in step, `${role} ${action}`);
        else t.same(step, { allowed }, `${role} ${action}`);
      }
    }
  });
}

t.test("the table names each role, state and action once, with a reason", async (t) => {
  const keys = introductionTransitions.map(({ role, seen, action }) => `${role} ${seen} ${action}`);
  t.equal(new Set(keys).size, keys.length);
  for (const { why } of introductionTransitions) t.match(why, /^[A-Z].*\.$/);
});

t.test("each step leaves its time", async (t) => {
  t.same(after([...completed, thanked, reported]), {
    state: "reported",
    requestedAt: 0,
    introducerAgreedAt: day(1),
    targetAgreedAt: day(2),
    madeAt: day(3),
    thankedAt: day(4),
    reportedAt: day(20),
  });
});

t.test(
  "addresses are shared from the agreement of both until some time after it is made",
  async (t) => {
    const until = (acts: readonly Act[], on: number) => contactSharedUntil(after(acts), day(on));
    t.equal(until([], 1), null);
    t.equal(until([introducerAgrees], 2), null);
    t.equal(until(bothAgree, 2), day(2 + introductionRules.makingDays));
    t.equal(until(bothAgree, 32), null);
    t.equal(until([...bothAgree, [3, "target", "decline"]], 4), null);
    t.equal(until(completed, 4), day(3 + introductionRules.contactDays));
    t.equal(until([...completed, thanked, reported], 93), null);
  },
);

t.test("who helps may ask more; who only asks is sent to somebody else", async (t) => {
  t.ok(mayAskAgain({ asked: 0, helpDays: 0 }));
  t.ok(mayAskAgain({ asked: introductionRules.favours - 1, helpDays: 0 }));
  t.notOk(mayAskAgain({ asked: introductionRules.favours, helpDays: 0 }));
  t.ok(mayAskAgain({ asked: introductionRules.favours, helpDays: 1 }));
});

t.test("who was in contact the other day, or still is, needs no introduction", async (t) => {
  const met = (...days: number[]) =>
    days.map((n) => ({ type: "meeting", from: "ada", to: "ben", occurredAt: day(20_000 + n) }));
  const needsNone = (log: Interaction[], on: number) =>
    needsNoIntroduction(rebuildPair(log), day(20_000 + on));
  t.notOk(needsNone([], 0));
  t.ok(needsNone(met(0), 30), "met once, a month ago");
  t.notOk(needsNone(met(0), 31));
  t.ok(needsNone(met(...Array.from({ length: 60 }, (_, n) => n)), 120), "a tie in use");
  t.notOk(needsNone(met(...Array.from({ length: 60 }, (_, n) => n)), 3000), "a tie at rest");
});

const act = fc
  .tuple(
    fc.double({ min: 0, max: 60, noNaN: true }),
    fc.constantFrom(...introductionRoles),
    fc.constantFrom(...introductionActions),
  )
  .map((one): Act => one);
const life = fc
  .array(act, { maxLength: 12 })
  .map((acts) => [...acts].sort(([one], [other]) => one - other));
const moment = fc.double({ min: 0, max: 120, noNaN: true });

/** All that who asked can notice, at every moment up to a day. */
const noticed = (introduction: IntroductionFacts, on: number) => ({
  seen: introductionAsSeenBy("requester", introduction, day(on)),
  allowed: allowedIntroductionActions(introduction, "requester", day(on)),
  takesPlace: takesPlace(introduction, day(on)),
  contact: contactSharedUntil(introduction, day(on)),
});

const byOthers = ([, role]: Act) => role !== "requester";

t.test(
  "whatever the two who are asked do, short of both agreeing, who asked notices nothing",
  async (t) => {
    fc.assert(
      fc.property(life, moment, (acts, on) => {
        const past = acts.filter(([day]) => day <= on);
        const introduction = after(past);
        fc.pre(introduction.targetAgreedAt === null);
        const alone = past.filter((act) => !byOthers(act));
        t.same(noticed(introduction, on), noticed(after(alone), on));
      }),
      { numRuns: 2_000 },
    );
  },
);

t.test("an end after both agreed looks the same whoever brought it about", async (t) => {
  fc.assert(
    fc.property(fc.double({ min: 2, max: 31, noNaN: true }), moment, (end, later) => {
      const [one, other] = (["introducer", "target"] as const).map((role) =>
        noticed(after([...bothAgree, [end, role, "decline"]]), Math.max(end, later)),
      );
      t.same(one, other);
    }),
  );
});

t.test(
  "the target knows of nothing before the introducer agreed, and the introducer of no no",
  async (t) => {
    fc.assert(
      fc.property(life, moment, (acts, on) => {
        const past = acts.filter(([day]) => day <= on);
        const introduction = after(past);
        const target = introductionAsSeenBy("target", introduction, day(on));
        t.equal(target === null, introduction.introducerAgreedAt === null);
        if (introduction.targetAgreedAt === null && introduction.introducerAgreedAt !== null) {
          const silent = after(past.filter(([, role]) => role !== "target"));
          t.equal(
            introductionAsSeenBy("introducer", introduction, day(on)),
            introductionAsSeenBy("introducer", silent, day(on)),
          );
        }
      }),
      { numRuns: 2_000 },
    );
  },
);

t.test("time only ever closes, and a state that ran out is named so", async (t) => {
  fc.assert(
    fc.property(life, moment, moment, (acts, one, other) => {
      const introduction = after(acts);
      const [early, late] = [Math.min(one, other), Math.max(one, other)];
      const last = acts.at(-1)?.[0] ?? 0;
      fc.pre(early >= last);
      if (introductionStateAt(introduction, day(early)) === "expired") {
        t.equal(introductionStateAt(introduction, day(late)), "expired");
      }
      if (day(late) >= introductionClosesAt(introduction)) {
        for (const role of introductionRoles) {
          t.not(introductionAsSeenBy(role, introduction, day(late)), "pending");
        }
      }
    }),
    { numRuns: 1_000 },
  );
});
