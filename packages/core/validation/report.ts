import { modelVersion } from "../src/index.ts";
import { predictors } from "./predictors.ts";
import { mean } from "./ranking.ts";
import type { Result, ScoredSet } from "./score-set.ts";

type Field = Exclude<keyof Result, "predictor">;

/** One measure of quality, sets down, predictors across; only predictors that it applies to. */
export function table(sets: readonly ScoredSet[], field: Field): string {
  const value = (set: ScoredSet, name: string) =>
    set.results.find(({ predictor }) => predictor === name)?.[field] ?? null;
  const names = predictors
    .map(({ name }) => name)
    .filter((name) => sets.some((set) => value(set, name) !== null));
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  let text = row(["set", ...names]) + row(["---", ...names.map(() => "---")]);
  for (const set of sets) text += row([set.name, ...names.map((name) => digits(value(set, name)))]);
  if (sets.length > 1) {
    const means = names.map((name) => digits(mean(sets.map((set) => value(set, name)))));
    text += row(["**mean**", ...means]);
  }
  return text;
}

/** docs/validation.md. */
export function report(sets: readonly ScoredSet[], helpSection = ""): string {
  const cells = sets.reduce((sum, set) => sum + set.cutOffs, 0);
  const won = sets.reduce((sum, set) => sum + set.beatsRecency, 0);
  const section = (title: string, field: Field, text: string) =>
    `### ${title}\n\n${text}\n\n${table(sets, field)}`;
  return `# Validation

Written by \`pnpm validate\`, model ${modelVersion}. Do not edit: run it again.

Does the clock of a tie predict who will be in contact? The constants of the model were fixed
beforehand and nothing here is fitted to these sets. Higher is better but for log-loss and
calibration error.

## Protocol

Each set is a log of contacts (who, whom, when). At five cut-offs in time, every pair given in the
questions (two contacts or more so far) is scored from what was known up to the cut-off only. It is
positive if the two are in contact within the horizon. Figures are means over the five cut-offs.

${overview(sets)}
What it is compared with: *recency* (time since the last contact), *frequency* (number of contacts),
*RFM* (ranks of both, added up), *decay 30 d* (contacts with a half-life of 30 days). *clock* is the
contact probability that the product shows. *clock + person* knows also when each of the two was
last seen with anyone; *clock + person + ground* also how warmly the two are joined through others
(the sum that ranks new people to meet; nothing in it is fitted). Both rank inside the server and
are never shown.

## Results

${section("AUC", "auc", "The chance that a pair that will be in contact scores above one that will not.")}
clock + person beats recency at ${won} of ${cells} cut-offs.

![AUC by set and rule](validation/auc.svg)

${section("AUC of live ties", "liveAuc", "Only pairs in contact within the last six horizons: without the long silent, which are easy.")}
${section("AUC over a year", "yearAuc", 'Contact within 365 days, of pairs in contact within the last 365, at the cut-offs that a year of log follows. Here common ground helps on every set; over the short horizons above and below it helps little, makes "whom next" worse and is no calibrated chance: it is for ranking over months.')}
${section("Average precision", "averagePrecision", "How clean the top of the list is; it depends on how many pairs are positive at all.")}
${section("MRR: whom next", "mrr", "Per person: 1 / rank of whoever they are in contact with first.")}
${section("Recall at 5", "recall5", "Per person: the share of those in contact within the horizon who stand among the first five.")}
${section("AUC of lapsing", "lapseAuc", "Of the pairs given with a window of their own: will they be silent all through it? Recency is what a fixed reminder knows. The clocks are asked about each pair's own window, which the rules cannot be: a part of the difference is that.")}
${section("Log-loss", "logLoss", "Of the probabilities as they come, in nats per pair.")}
${section("Calibration error", "calibrationError", "The mean gap between what was said and what happened, over ten bins of equally many pairs.")}
![Calibration of the clock](validation/calibration.svg)

### New people to meet

Everybody two steps away from up to 120 people, at each cut-off: are the two in contact for the first
time within 90 days? AUC of our score (\`s_ij s_jk / ln(degree_j)\` added up over go-betweens, s the
chance of contact) beside Adamic-Adar, the number of common contacts, and the best weakest link.

${newTies(sets)}
### Calibration by a set's own past

One number per set, fitted on three horizons, judged on the horizon before the last cut-off, over
every pair that had ever been in contact then. It is adopted only where log-loss falls.

${calibrations(sets)}
${helpSection}## Limits

- It predicts contact, not affection: a tie may be dear and silent. Say "in use", never "close".
- The sets are e-mail, messages, questions and answers, and code review. Other ways of being in
  touch, meetings above all, are not in them.
- Pairs with a single contact are not asked about; they are the hardest.
- The probabilities are not calibrated to a set: where people are busier or slower than the model's
  constants, all are too low or too high together, without harm to the order. A calibration mends it.
- Cut-offs of one set share most of their past; they are not five independent trials.
`;
}

function newTies(sets: readonly ScoredSet[]): string {
  const rules = ["common contacts", "weakest link", "Adamic-Adar", "people to meet"] as const;
  let text = `| set | ${rules.join(" | ")} |\n| --- | --- | --- | --- | --- |\n`;
  for (const set of sets) {
    text += `| ${set.name} | ${rules.map((rule) => digits(set.newTies[rule])).join(" | ")} |\n`;
  }
  const means = rules.map((rule) => digits(mean(sets.map((set) => set.newTies[rule]))));
  return `${text}| **mean** | ${means.join(" | ")} |\n`;
}

function calibrations(sets: readonly ScoredSet[]): string {
  let text =
    "| set | scale of kappa | log-loss before | after | calibration error before | after | adopted |\n";
  text += "| --- | --- | --- | --- | --- | --- | --- |\n";
  for (const { name, calibrated } of sets) {
    const { kappaScale, before, after, isBetter } = calibrated;
    const figures = [
      before.logLoss,
      after.logLoss,
      before.calibrationError,
      after.calibrationError,
    ];
    const cells = [name, kappaScale.toFixed(2), ...figures.map(digits), isBetter ? "yes" : "no"];
    text += `| ${cells.join(" | ")} |\n`;
  }
  return text;
}

function overview(sets: readonly ScoredSet[]): string {
  let text = "| set | horizon, days | cut-offs | pairs asked | in contact |\n";
  text += "| --- | --- | --- | --- | --- |\n";
  for (const { name, horizonDays, cutOffs, questions, contacted } of sets) {
    const share = ((100 * contacted) / questions).toFixed(1);
    text += `| ${name} | ${horizonDays} | ${cutOffs} | ${questions} | ${share} % |\n`;
  }
  return text;
}

function digits(value: number | null): string {
  return value === null ? "" : value.toFixed(3).replace(/^(-?)0\./, "$1.");
}
