import { type Instant, MS_PER_DAY } from "../instant.ts";
import type { Interaction } from "../interaction/interaction.ts";
import type { CustomTypes } from "../interaction/types.ts";
import { defaultModel, type Model, modelBounds } from "../model/model.ts";
import { lomax } from "../tie/contact-probability.ts";
import { type ContactTrial, contactTrials } from "./contact-trials.ts";
import { type ForecastQuality, forecastQuality } from "./forecast-quality.ts";

/** What a calibration found, and whether the model is better with it. */
export interface Calibration {
  /** The scale that fits the earlier windows. */
  readonly kappaScale: number;
  /** True when `after` has the lower log-loss; otherwise keep the model as it is. */
  readonly isBetter: boolean;
  /** On the later window, which the fit did not see: the model as it is, and with the new scale. */
  readonly before: ForecastQuality;
  readonly after: ForecastQuality;
  readonly fittedOn: { readonly pairs: number; readonly contacts: number };
  readonly judgedOn: { readonly pairs: number; readonly contacts: number };
}

/**
 * The scale of kappa that a tenant's own past asks for.
 *
 *   kappaScale = (contacts + 1) / (sum of kappa ln(1 + x / (s + 10)) + 1)
 *
 * over pairs at past cut-offs; x = days waited, capped at the horizon; s = days of silence. The
 * maximum-likelihood scale of the Lomax hazard, shrunk to 1 by one contact seen and one expected.
 * Range: the bounds of `kappaScale`; 1 without trials. The order of ties never changes by it.
 */
export function fitKappaScale(trials: Iterable<ContactTrial>, model: Model = defaultModel): number {
  let contacts = 0;
  let expected = 0;
  for (const { kappa, silenceDays, waitedDays, contacted } of trials) {
    if (contacted) contacts += 1;
    expected += kappa * Math.log1p(waitedDays / (silenceDays + model.silenceOffsetDays));
  }
  const { min, max } = modelBounds.kappaScale;
  return Math.min(max, Math.max(min, (contacts + 1) / (expected + 1)));
}

/** Fits on earlier trials and judges on later ones; a scale that is not better is not advised. */
export function calibrate(
  earlier: readonly ContactTrial[],
  later: readonly ContactTrial[],
  horizonDays: number,
  model: Model = defaultModel,
): Calibration {
  const kappaScale = fitKappaScale(earlier, model);
  const labels = later.map(({ contacted }) => contacted);
  const quality = (scale: number) => {
    const chances = later.map(({ kappa, silenceDays }) =>
      lomax(scale * kappa, silenceDays, horizonDays, model),
    );
    return forecastQuality(chances, labels);
  };
  const before = quality(model.kappaScale);
  const after = quality(kappaScale);
  return {
    kappaScale,
    isBetter: (after.logLoss ?? Infinity) < (before.logLoss ?? Infinity),
    before,
    after,
    fittedOn: counts(earlier),
    judgedOn: counts(later),
  };
}

export interface CalibrationOptions {
  /** The end of the log that may be used. */
  readonly at: Instant;
  /** 30 unless given. */
  readonly horizonDays?: number;
  /** Windows to fit on, before the one to judge on; 3 unless given. */
  readonly windows?: number;
  readonly model?: Model;
  readonly customTypes?: CustomTypes;
}

/**
 * Calibrates on a log: the last horizon before `at` judges, the windows before it fit. They do not
 * overlap, so what is judged was not seen.
 */
export function calibrateOnLog(
  interactions: Iterable<Interaction>,
  { at, horizonDays = 30, windows = 3, model = defaultModel, customTypes }: CalibrationOptions,
): Calibration {
  if (!(horizonDays > 0) || !Number.isInteger(windows) || windows < 1) {
    throw new RangeError(
      `A calibration needs a horizon above 0 and at least one window, not ${horizonDays} and ${windows}.`,
    );
  }
  const log = Array.from(interactions).filter(({ occurredAt }) => occurredAt <= at);
  const cutOff = (back: number) => at - back * horizonDays * MS_PER_DAY;
  const options = { horizonDays, model, ...(customTypes && { customTypes }) };
  const earlier = Array.from({ length: windows }, (_, index) => cutOff(index + 2));
  return calibrate(
    contactTrials(log, { ...options, cutOffs: earlier }),
    contactTrials(log, { ...options, cutOffs: [cutOff(1)] }),
    horizonDays,
    model,
  );
}

function counts(trials: readonly ContactTrial[]): { pairs: number; contacts: number } {
  return { pairs: trials.length, contacts: trials.filter(({ contacted }) => contacted).length };
}
