import { defaultModel, type Model, modelVersion } from "@kith/core";
import type { ModelSettings, TenantSettings } from "../../context.ts";

/** The model that a tenant's ties are measured by. */
export interface TenantModel {
  constants: Model;
  /** Its name in measured answers: one name, one way to make the numbers, within a tenant. */
  name: string;
}

export const untouched: ModelSettings = {
  revision: 0,
  overrides: {},
  overriddenIn: 0,
  calibration: null,
  updatedAt: null,
};

/** The model in force for a tenant: pass it to whatever measures. */
export const modelOf = ({ settings }: { settings: TenantSettings }): TenantModel =>
  modelOfSettings(settings.model ?? untouched);

export function modelOfSettings(settings: ModelSettings): TenantModel {
  const { calibration, overrides } = settings;
  const scale = calibration ? { kappaScale: calibration.kappaScale } : {};
  return { constants: { ...defaultModel, ...scale, ...overrides }, name: nameOf(settings) };
}

/** `kith-2026.1`, then `+c3` for the third calibration, `o5` for overrides of the fifth revision. */
function nameOf({ calibration, overrides, overriddenIn }: ModelSettings): string {
  const marks = [
    ...(calibration ? [`c${calibration.number}`] : []),
    ...(Object.keys(overrides).length > 0 ? [`o${overriddenIn}`] : []),
  ];
  return marks.length === 0 ? modelVersion : `${modelVersion}+${marks.join(".")}`;
}
