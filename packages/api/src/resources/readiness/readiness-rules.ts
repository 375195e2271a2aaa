import { type AskKind, askKinds, type ReadinessRules, readinessRules } from "@kith/core";
import type { TenantSettings } from "../../context.ts";

/** The rules in force for a tenant: its own where it has some, kind by kind and field by field. */
export const readinessRulesOf = ({ settings }: { settings: TenantSettings }): ReadinessRules =>
  Object.fromEntries(
    askKinds.map((kind) => [kind, { ...readinessRules[kind], ...settings.askReadiness?.[kind] }]),
  ) as Record<AskKind, ReadinessRules[AskKind]>;
