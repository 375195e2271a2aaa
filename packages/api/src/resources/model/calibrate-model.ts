import { type Calibration, calibrate, dayOf } from "@kith/core";
import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { newUuid } from "../../http/ids.ts";
import {
  insertCalibration,
  nextNumber,
  type Outcome,
  type StoredCalibration,
} from "./queries/calibrations.ts";
import { momentBefore, readTrials } from "./queries/contact-trials.ts";
import { lockModel, writeModel } from "./queries.ts";
import { modelOfSettings } from "./tenant-model.ts";

/** What a calibration reads at most: the one place of its bounds. */
export const reads = { known: 500_000, pairs: 4_000, contactDays: 100_000 };

/** Below this a calibration would fit chance: contacts fitted on, and each outcome judged on. */
export const leastEvidence = { contacts: 30, judgedEither: 15 };

/**
 * Fits the scale of the tenant's model to its own past and judges it on the last window, which the
 * fit did not see. Adopts it where that is asked for and the forecasts are better with it.
 */
export async function calibrateModel(
  ctx: Context,
  { horizonDays, windows, adopt }: { horizonDays: number; windows: number; adopt: boolean },
): Promise<StoredCalibration> {
  const { tx, now, tenant } = ctx;
  const settings = await lockModel(tx, "no key update");
  const { constants: model, name } = modelOfSettings(settings);
  const today = dayOf(now);
  const days = Array.from({ length: windows + 1 }, (_, back) => today - (back + 1) * horizonDays);
  const trials = await readTrials(tx, { days, horizonDays, model, most: reads });
  const [judged = 0, ...fitted] = days;
  const earlier = fitted.flatMap((day) => trials.get(day) ?? []);
  const found = calibrate(earlier, trials.get(judged) ?? [], horizonDays, model);
  const outcome = outcomeOf(found);
  const calibration: StoredCalibration = {
    id: newUuid(now),
    number: await nextNumber(tx),
    outcome,
    adopted: adopt && outcome === "better",
    horizonDays,
    windows,
    scaleBefore: model.kappaScale,
    scaleAfter: found.kappaScale,
    findings: {
      model: name,
      before: found.before,
      after: found.after,
      fittedOn: found.fittedOn,
      judgedOn: { since: momentBefore(judged), until: momentBefore(today), ...found.judgedOn },
    },
    measuredAt: now,
  };
  await insertCalibration(tx, calibration);
  await recordChange(ctx, { type: "calibration.created", id: calibration.id, sequence: 1 });
  if (calibration.adopted) {
    const { kappaScale: _, ...overrides } = settings.overrides;
    const inForce = { number: calibration.number, kappaScale: found.kappaScale };
    const revision = settings.revision + 1;
    await writeModel(tx, {
      ...settings,
      overrides,
      calibration: inForce,
      revision,
      updatedAt: now,
    });
    const data = { fields: ["kappaScale"] };
    await recordChange(ctx, { type: "model.updated", id: tenant.id, sequence: revision, data });
  }
  return calibration;
}

function outcomeOf({ isBetter, fittedOn, judgedOn }: Calibration): Outcome {
  const { contacts, judgedEither } = leastEvidence;
  const isEnough =
    fittedOn.contacts >= contacts &&
    judgedOn.contacts >= judgedEither &&
    judgedOn.pairs - judgedOn.contacts >= judgedEither;
  if (!isEnough) return "tooLittleData";
  return isBetter ? "better" : "notBetter";
}
