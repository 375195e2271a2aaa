import {
  builtInRoles,
  type ForecastQuality,
  interactionTypes,
  inverseRoles,
  type Model,
  modelBounds,
  modelVersion,
} from "@kith/core";
import type { ModelSettings } from "../../context.ts";
import { toId } from "../../http/ids.ts";
import { toIso, toIsoOrNull } from "../../http/time.ts";
import { leastEvidence } from "./calibrate-model.ts";
import type { StoredCalibration } from "./queries/calibrations.ts";
import type { CalibrationBody, ModelBody } from "./schemas.ts";
import { modelOfSettings } from "./tenant-model.ts";
import { storedConstants } from "./update-model.ts";

export function toModelBody(settings: ModelSettings): ModelBody {
  const { overrides, calibration, updatedAt } = settings;
  const { constants, name } = modelOfSettings(settings);
  const stored = new Set<string>(storedConstants);
  const source = (constant: keyof Model) => {
    if (overrides[constant] !== undefined) return "override";
    return constant === "kappaScale" && calibration ? "calibration" : "default";
  };
  const described = Object.entries(modelBounds).map(([key, bound]) => {
    const constant = key as keyof Model;
    const { default: byDefault, min, max, meaning } = bound;
    const value = constants[constant];
    const isStored = stored.has(key);
    return [
      key,
      { value, default: byDefault, min, max, source: source(constant), stored: isStored, meaning },
    ];
  });
  return {
    model: name,
    version: modelVersion,
    constants: Object.fromEntries(described),
    overrides,
    calibration,
    interactionTypes: Object.entries(interactionTypes).map(([type, category]) => ({
      type,
      category,
    })),
    roles: builtInRoles.map((role) => ({ role, inverse: inverseRoles[role] })),
    updatedAt: toIsoOrNull(updatedAt),
  };
}

export function toCalibrationBody(calibration: StoredCalibration): CalibrationBody {
  const { id, number, outcome, adopted, horizonDays, windows, findings } = calibration;
  const { judgedOn } = findings;
  return {
    id: toId("calibration", id),
    number,
    outcome,
    detail: detailOf(calibration),
    adopted,
    horizonDays,
    windows,
    kappaScale: { before: calibration.scaleBefore, after: calibration.scaleAfter },
    before: qualityBody(findings.before),
    after: qualityBody(findings.after),
    fittedOn: findings.fittedOn,
    judgedOn: { ...judgedOn, since: toIso(judgedOn.since), until: toIso(judgedOn.until) },
    at: toIso(calibration.measuredAt),
    model: findings.model,
  };
}

const qualityBody = ({ bins, ...quality }: ForecastQuality) => ({
  ...quality,
  calibrationTable: [...bins],
});

function detailOf({ outcome, adopted, findings, scaleAfter }: StoredCalibration): string {
  const { before, after, fittedOn, judgedOn } = findings;
  if (outcome === "tooLittleData") {
    const { contacts, judgedEither } = leastEvidence;
    return `Too little data: ${fittedOn.contacts} contacts to fit on and ${judgedOn.contacts} of ${judgedOn.pairs} pairs in contact to judge by. It takes ${contacts} to fit on, and ${judgedEither} pairs with contact and ${judgedEither} without to judge by. The model stays as it is.`;
  }
  const [from, to] = [before.logLoss, after.logLoss].map((loss) => loss?.toFixed(4));
  if (outcome === "notBetter") {
    return `The scale ${scaleAfter.toFixed(3)} forecasts the later window no better (log-loss ${from} before, ${to} after): the model stays as it is.`;
  }
  const then = adopted
    ? "It is in force now."
    : "The model stays as it is: ask with `adopt: true` to put it in force.";
  return `The scale ${scaleAfter.toFixed(3)} forecasts the later window better (log-loss ${from} before, ${to} after). ${then}`;
}
