import {
  auc,
  type Calibration,
  type CalibrationBin,
  calibrateOnLog,
  calibrationBins,
  calibrationError,
  logLoss,
} from "../src/index.ts";
import {
  type AskedPair,
  type CutOff,
  cutOffs,
  isContacted,
  isLive,
  isSilentAtMost,
} from "./cut-offs.ts";
import { type DataSet, interactionsOf } from "./data-set.ts";
import { type NewTieRule, scoreNewTies } from "./new-ties.ts";
import { nextContact } from "./next-contact.ts";
import { type Predictor, predictors } from "./predictors.ts";
import { averagePrecision, mean } from "./ranking.ts";

const YEAR = 365;

/** How one predictor did on one set: means over the cut-offs; null where it does not apply. */
export interface Result {
  readonly predictor: string;
  readonly auc: number | null;
  readonly liveAuc: number | null;
  readonly averagePrecision: number | null;
  readonly mrr: number | null;
  readonly recall5: number | null;
  readonly lapseAuc: number | null;
  /** Within a year, of pairs in contact within the last; null where the log ends before. */
  readonly yearAuc: number | null;
  readonly logLoss: number | null;
  readonly calibrationError: number | null;
}

export interface ScoredSet {
  readonly name: string;
  readonly horizonDays: number;
  readonly questions: number;
  readonly contacted: number;
  readonly results: readonly Result[];
  /** Cut-offs at which clock + person has the higher AUC than recency. */
  readonly beatsRecency: number;
  readonly cutOffs: number;
  /** AUC of suggesting new people to meet, by rule. */
  readonly newTies: Readonly<Record<NewTieRule, number | null>>;
  /** The clock fitted on the past of this set and judged on the horizon before the last cut-off. */
  readonly calibrated: Calibration;
  /** Of the clock, over all cut-offs together. */
  readonly calibration: readonly CalibrationBin[];
  /** `cutoff,u,v,score,lapse` by clock + person. */
  readonly scores: readonly string[];
}

export function scoreSet(set: DataSet): ScoredSet {
  const perPredictor = new Map<string, Omit<Result, "predictor">[]>();
  const said: number[] = [];
  const happened: boolean[] = [];
  const scores: string[] = [];
  const newTies: Record<NewTieRule, number | null>[] = [];
  let beatsRecency = 0;
  for (const cutOff of cutOffs(set)) {
    const labels = cutOff.pairs.map((pair) => isContacted(pair, set.horizonDays));
    newTies.push(scoreNewTies(cutOff));
    const aucs = new Map<string, number | null>();
    for (const predictor of predictors) {
      const found = predictor.score(cutOff, cutOff.pairs, () => set.horizonDays);
      const result = judge(cutOff, predictor, found, labels);
      perPredictor.set(predictor.name, [...(perPredictor.get(predictor.name) ?? []), result]);
      aucs.set(predictor.name, result.auc);
      if (predictor.name === "clock") {
        for (const score of found) said.push(score);
        for (const label of labels) happened.push(label);
      }
      if (predictor.name === "clock + person") scores.push(...lines(cutOff, predictor, found));
    }
    if ((aucs.get("clock + person") ?? 0) > (aucs.get("recency") ?? 0)) beatsRecency += 1;
  }
  return {
    name: set.name,
    horizonDays: set.horizonDays,
    questions: happened.length,
    contacted: happened.filter(Boolean).length,
    results: Array.from(perPredictor, ([predictor, results]) => ({
      predictor,
      ...meanOf(results),
    })),
    beatsRecency,
    cutOffs: set.cutoffs.length,
    newTies: {
      "common contacts": mean(newTies.map((each) => each["common contacts"])),
      "weakest link": mean(newTies.map((each) => each["weakest link"])),
      "Adamic-Adar": mean(newTies.map((each) => each["Adamic-Adar"])),
      "people to meet": mean(newTies.map((each) => each["people to meet"])),
    },
    calibrated: calibrateOnLog(interactionsOf(set), {
      at: (set.cutoffs.at(-1) ?? 0) * 1000,
      horizonDays: set.horizonDays,
    }),
    calibration: calibrationBins(said, happened),
    scores,
  };
}

function judge(
  cutOff: CutOff,
  predictor: Predictor,
  scores: readonly number[],
  labels: readonly boolean[],
): Omit<Result, "predictor"> {
  const live = cutOff.pairs.flatMap((pair, index) => (isLive(pair, cutOff) ? [index] : []));
  const { pairs: watched, lapses } = lapsing(cutOff);
  const inContact = predictor.score(cutOff, watched, (pair) => pair.lapseWindowDays ?? 0);
  const isProbability = predictor.isProbability;
  return {
    auc: auc(scores, labels),
    liveAuc: auc(
      live.map((index) => scores[index] as number),
      live.map((index) => labels[index] as boolean),
    ),
    averagePrecision: averagePrecision(scores, labels),
    ...nextContact(cutOff, scores),
    lapseAuc: auc(
      inContact.map((score) => -score),
      lapses,
    ),
    yearAuc: yearAuc(cutOff, predictor),
    logLoss: isProbability ? logLoss(scores, labels) : null,
    calibrationError: isProbability ? calibrationError(calibrationBins(scores, labels)) : null,
  };
}

function yearAuc(cutOff: CutOff, predictor: Predictor): number | null {
  if (cutOff.daysAfter < YEAR) return null;
  const recent = cutOff.pairs.filter((pair) => isSilentAtMost(pair, cutOff.at, YEAR));
  const found = predictor.score(cutOff, recent, () => YEAR);
  return auc(
    found,
    recent.map((pair) => isContacted(pair, YEAR)),
  );
}

// The pairs with a lapse window, and whether each was silent all through it.
function lapsing({ pairs }: CutOff): { pairs: AskedPair[]; lapses: boolean[] } {
  const watched = pairs.filter(({ lapseWindowDays }) => lapseWindowDays !== null);
  return {
    pairs: watched,
    lapses: watched.map((pair) => !isContacted(pair, pair.lapseWindowDays ?? 0)),
  };
}

function lines(cutOff: CutOff, predictor: Predictor, scores: readonly number[]): string[] {
  const inWindow = predictor.score(cutOff, cutOff.pairs, (pair) => pair.lapseWindowDays ?? 0);
  return cutOff.pairs.map(({ u, v, lapseWindowDays }, index) => {
    const lapse = lapseWindowDays === null ? "" : 1 - (inWindow[index] as number);
    return `${cutOff.at / 1000},${u},${v},${scores[index]},${lapse}`;
  });
}

function meanOf(results: readonly Omit<Result, "predictor">[]): Omit<Result, "predictor"> {
  const of = (field: keyof Omit<Result, "predictor">) => mean(results.map((each) => each[field]));
  return {
    auc: of("auc"),
    liveAuc: of("liveAuc"),
    averagePrecision: of("averagePrecision"),
    mrr: of("mrr"),
    recall5: of("recall5"),
    lapseAuc: of("lapseAuc"),
    yearAuc: of("yearAuc"),
    logLoss: of("logLoss"),
    calibrationError: of("calibrationError"),
  };
}
