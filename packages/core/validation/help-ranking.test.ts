import { existsSync } from "node:fs";
import { resolve } from "node:path";
import t from "tap";
import { readDataSet } from "./data-set.ts";
import { scoreHelpRanking } from "./help-ranking.ts";
import { mean } from "./ranking.ts";

const folder = process.env.KITH_DATA ?? resolve(import.meta.dirname, "../../../../shared/data");

t.test("on real help the engine is ahead of popularity, recency and frequency", (t) => {
  if (!existsSync(resolve(folder, "uboot.csv.gz"))) {
    t.pass("skipped", { skip: `no uboot.csv.gz in ${folder}: set KITH_DATA` });
    return t.end();
  }
  const { results } = scoreHelpRanking(readDataSet(folder, "uboot"));
  for (const field of ["mrr", "recall10"] as const) {
    const own = mean(results.engine[field]) ?? 0;
    for (const rival of ["popularity", "recency", "frequency"] as const) {
      t.ok(own > (mean(results[rival][field]) ?? 1), `${field}: ${own} against ${rival}`);
    }
  }
  const chance = mean(results["help chance"].mrr) ?? 0;
  t.ok(Math.abs(chance - 0.622) <= 0.002, `help chance ${chance}, published .622`);
  t.end();
});

t.test("what comes after a cut-off has no part in the ranking at it", (t) => {
  const day = 86_400;
  const rows: [string, string, number][] = [
    ["ben", "ada", 10 * day],
    ["cat", "ada", 20 * day],
    ["ben", "ada", 101 * day],
    ["cat", "dan", 101 * day],
  ];
  const set = (extra: [string, string, number][]) => {
    const all = [...rows, ...extra];
    return {
      name: "made",
      from: all.map(([from]) => from),
      to: all.map(([, to]) => to),
      seconds: Float64Array.from(all.map(([, , second]) => second)),
      cutoffs: [100 * day],
      horizonDays: 30,
      questions: [],
    };
  };
  const alone = scoreHelpRanking(set([]));
  t.same(alone.results.recency.mrr, [0.5], "ben helps, whom recency puts second of two");
  t.same(alone.helped, [1]);
  t.same(scoreHelpRanking(set([["cat", "ada", 150 * day]])).results, {
    ...alone.results,
    ...Object.fromEntries(
      Object.entries(alone.results).map(([rule, result]) => [rule, { ...result, recall10: [1] }]),
    ),
  });
  t.end();
});
