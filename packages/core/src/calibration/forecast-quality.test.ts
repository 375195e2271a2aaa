import fc from "fast-check";
import t from "tap";
import { auc, calibrationBins, calibrationError, logLoss } from "../index.ts";

t.test("AUC is the share of pairs in the right order, equal scores counting half", (t) => {
  const question = fc.record({ score: fc.integer({ min: 0, max: 6 }), label: fc.boolean() });
  fc.assert(
    fc.property(fc.array(question, { maxLength: 30 }), (questions) => {
      let right = 0;
      let all = 0;
      for (const positive of questions.filter(({ label }) => label)) {
        for (const negative of questions.filter(({ label }) => !label)) {
          all += 1;
          if (positive.score > negative.score) right += 1;
          if (positive.score === negative.score) right += 0.5;
        }
      }
      const found = auc(
        questions.map(({ score }) => score),
        questions.map(({ label }) => label),
      );
      return all === 0 ? found === null : Math.abs((found ?? -1) - right / all) < 1e-12;
    }),
  );
  t.end();
});

t.test("log-loss and calibration error on cases worked by hand", (t) => {
  t.equal(logLoss([0.5, 0.5], [true, false]), Math.log(2));
  const bins = calibrationBins([0.1, 0.3, 0.8, 0.6], [false, false, true, true], 2);
  t.same(
    bins.map(({ observed, count }) => [observed, count]),
    [
      [0, 2],
      [1, 2],
    ],
  );
  t.ok(Math.abs((calibrationError(bins) ?? 0) - 0.25) < 1e-12);
  t.end();
});
