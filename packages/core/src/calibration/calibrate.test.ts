import fc from "fast-check";
import t from "tap";
import {
  type ContactTrial,
  calibrate,
  calibrateOnLog,
  contactTrials,
  defaultModel,
  fitKappaScale,
  type Interaction,
  MS_PER_DAY,
  measureTie,
  rebuildPair,
  tieKappa,
} from "../index.ts";
import { EPOCH, history } from "../testing/arbitraries.ts";

const HORIZON = 30;

// Waiting times drawn from the model's own distribution with a true scale.
function drawn(count: number, scale: number, seed: number): ContactTrial[] {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return Array.from({ length: count }, () => {
    const kappa = 0.1 + 1.5 * random();
    const silenceDays = 200 * random() ** 3;
    const waited = (silenceDays + 10) * (random() ** (-1 / (scale * kappa)) - 1);
    return {
      kappa,
      silenceDays,
      waitedDays: Math.min(waited, HORIZON),
      contacted: waited <= HORIZON,
    };
  });
}

t.test("finds the scale that made the waiting times, and says it is better", (t) => {
  for (const [index, scale] of [0.3, 0.8, 2.5].entries()) {
    const found = calibrate(drawn(8000, scale, 1 + index), drawn(4000, scale, 99 + index), HORIZON);
    t.ok(Math.abs(found.kappaScale / scale - 1) < 0.05, `${found.kappaScale} for ${scale}`);
    t.equal(found.isBetter, true);
    t.ok((found.after.calibrationError ?? 1) < 0.03, "what it says is what happens");
    t.ok((found.after.calibrationError ?? 1) < (found.before.calibrationError ?? 0));
    t.equal(found.after.auc, found.before.auc, "the order is the same");
  }
  t.end();
});

t.test("does not advise a scale that the later window shows to be worse", (t) => {
  const found = calibrate(drawn(4000, 3, 5), drawn(4000, 1, 6), HORIZON);
  t.ok(found.kappaScale > 2.5);
  t.equal(found.isBetter, false);
  t.end();
});

t.test("without a past it asks for no change", (t) => {
  t.equal(fitKappaScale([]), 1);
  const found = calibrateOnLog([], { at: EPOCH });
  t.match(found, { kappaScale: 1, isBetter: false, judgedOn: { pairs: 0, contacts: 0 } });
  t.throws(() => calibrateOnLog([], { at: EPOCH, windows: 0 }), /at least one window/);
  t.end();
});

t.test("stays within the bounds of the constant", (t) => {
  const never = { kappa: 5, silenceDays: 0, waitedDays: HORIZON, contacted: false };
  t.equal(fitKappaScale(Array(1000).fill(never)), 0.1);
  const atOnce = { kappa: 0.01, silenceDays: 900, waitedDays: 0, contacted: true };
  t.equal(fitKappaScale(Array(1000).fill(atOnce)), 10);
  t.end();
});

t.test(
  "a trial is what was known at its cut-off and what happened after, in any order of log",
  (t) => {
    fc.assert(
      fc.property(history(40), fc.integer({ min: 0, max: 900 }), (log, day) => {
        const cutOff = EPOCH + day * MS_PER_DAY;
        const [trial, ...others] = contactTrials(log, { cutOffs: [cutOff], horizonDays: HORIZON });
        if (others.length > 0) throw new Error("one pair has one trial");
        const known = rebuildPair(log.filter(({ occurredAt }) => occurredAt <= cutOff));
        if (known.contactDays === 0) return trial === undefined;
        const isContact = ({ type }: Interaction) => type !== "conflict" && type !== "repair";
        const waits = log
          .filter((entry) => isContact(entry) && entry.occurredAt > cutOff)
          .map(({ occurredAt }) => (occurredAt - cutOff) / MS_PER_DAY)
          .filter((days) => days <= HORIZON);
        const waited = Math.min(HORIZON, ...waits);
        const kappa = tieKappa(known, cutOff);
        return (
          trial?.contacted === waits.length > 0 &&
          Math.abs(trial.waitedDays - waited) < 1e-9 &&
          Math.abs(trial.kappa - kappa) <= 1e-12 * kappa
        );
      }),
      { numRuns: 300 },
    );
    t.end();
  },
);

t.test("the calibrated model says the chances that were judged", (t) => {
  const calls = Array.from({ length: 40 }, (_, index) => ({
    type: "call",
    from: "ada",
    to: "ben",
    occurredAt: EPOCH + index * 5 * MS_PER_DAY,
  }));
  const at = EPOCH + 200 * MS_PER_DAY;
  const { kappaScale, after } = calibrateOnLog(calls, { at });
  const known = rebuildPair(calls.filter(({ occurredAt }) => occurredAt <= at - 30 * MS_PER_DAY));
  const model = { ...defaultModel, kappaScale };
  const chance = measureTie(known, "a", at - 30 * MS_PER_DAY, { model }).contactProbability.days30;
  t.ok(Math.abs((after.bins[0]?.predicted ?? 0) - (chance ?? 1)) < 1e-12);
  t.end();
});
