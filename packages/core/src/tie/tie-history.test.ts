import fc from "fast-check";
import t from "tap";
import { MS_PER_DAY, measureTie, rebuildPair, tieHistory } from "../index.ts";
import { EPOCH, history } from "../testing/arbitraries.ts";

t.test("each point is what would have been measured then, however the log is ordered", (t) => {
  fc.assert(
    fc.property(
      history(),
      fc.integer({ min: -50, max: 900 }),
      fc.integer({ min: 1, max: 90 }),
      (log, startDay, stepDays) => {
        const since = EPOCH + startDay * MS_PER_DAY + 1234;
        const until = since + 300 * MS_PER_DAY;
        const points = tieHistory(log, { since, until, stepDays });
        if (points.length !== Math.floor(300 / stepDays) + 1) throw new Error("points are missing");
        for (const point of points) {
          const then = rebuildPair(log.filter(({ occurredAt }) => occurredAt <= point.at));
          const tie = measureTie(then, "a", point.at);
          const gap = Math.abs((point.strength ?? -1) - (tie.strength ?? -1));
          if (gap > 1e-12) throw new Error(`strength ${point.strength}, not ${tie.strength}`);
          if (point.band !== tie.band || point.trend !== tie.trend)
            throw new Error("band or trend");
          if (point.strained !== tie.strained) throw new Error("strained");
          if (point.contactDays !== tie.evidence.contactDays) throw new Error("contactDays");
        }
      },
    ),
    { numRuns: 150 },
  );
  t.end();
});

t.test("a history that could not end is refused", (t) => {
  t.throws(() => tieHistory([], { since: 0, until: 1, stepDays: 0 }), /stepDays above 0/);
  t.throws(() => tieHistory([], { since: 0, until: Infinity, stepDays: 1 }), /finite/);
  t.end();
});
