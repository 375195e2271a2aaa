import { existsSync } from "node:fs";
import { resolve } from "node:path";
import t from "tap";
import { readDataSet } from "./data-set.ts";
import { scoreSet } from "./score-set.ts";

const folder = process.env.KITH_DATA ?? resolve(import.meta.dirname, "../../../../shared/data");

/** Published AUC of recency, clock, clock + person. The other sets are too long for a test. */
const published = { uboot: [0.884, 0.898, 0.91] };

for (const [name, expected] of Object.entries(published)) {
  t.test(`reproduces the published AUC of ${name} to .002`, (t) => {
    if (!existsSync(resolve(folder, `${name}.csv.gz`))) {
      t.pass("skipped", { skip: `no ${name}.csv.gz in ${folder}: set KITH_DATA` });
      return t.end();
    }
    const { results, scores, questions } = scoreSet(readDataSet(folder, name));
    for (const [index, predictor] of ["recency", "clock", "clock + person"].entries()) {
      const found = results.find((result) => result.predictor === predictor)?.auc ?? 0;
      const target = expected[index] ?? 0;
      t.ok(Math.abs(found - target) <= 0.002, `${predictor} ${found}, published ${target}`);
    }
    t.equal(scores.length, questions, "a line of scores for every question");
    t.end();
  });
}
