import type { AskKind, Frame, Model, ReadinessRule } from "@kith/core";
import type { TenantTx } from "@kith/db";
import type { Scope } from "./http/scopes.ts";

export interface Tenant {
  id: string;
  name: string;
  mode: "live" | "test";
  /** Added to the wall clock: 0 unless the test clock of a test-mode tenant was advanced. */
  clockOffsetMs: number;
  settings: TenantSettings;
}

export type TenantSettings = {
  /** The tenant's own interaction types, beside the built-in ones. */
  interactionTypes?: { type: string; category: "contact" | "help" | "courtesy" | "friction" }[];
  /** The tenant's own roles in a tie; `inverse` is what the other side is called. */
  roles?: { role: string; inverse: string }[];
  /** For whom each field of a profile is, until the person says otherwise. */
  frame?: Partial<Frame>;
  /** Interactions older than so many days are deleted; all are kept when it is not set. */
  retentionDays?: number | null;
  /** The same for the feed of events. */
  eventRetentionDays?: number | null;
  /** The same for audit entries. */
  auditRetentionDays?: number | null;
  /** From which pages a browser may call with a member token. */
  allowedOrigins?: string[];
  /** The tenant's own rules of ask readiness; read them by `readinessRulesOf`. */
  askReadiness?: Partial<Record<AskKind, Partial<ReadinessRule>>>;
  /** What the tenant's model has in place of the defaults; read it by `modelOf`. */
  model?: ModelSettings;
};

export interface ModelSettings {
  /** Counts the changes: the entity tag. */
  revision: number;
  overrides: Partial<Model>;
  /** The revision in which the overrides were changed last. */
  overriddenIn: number;
  /** The calibration in force; a scale of the tenant's own choice ends it. */
  calibration: { number: number; kappaScale: number } | null;
  updatedAt: number | null;
}

/** Who is calling: a platform's key, or one of its members. */
export type Actor = ApiKeyActor | MemberActor;

export interface ApiKeyActor {
  kind: "apiKey";
  id: string;
  scopes: readonly Scope[];
}

export interface MemberActor {
  kind: "member";
  /** The person's id: what one member does is counted together, whatever the token. */
  id: string;
  personId: string;
  tokenId: string;
}

export interface Origin {
  /** `people.create`; of the command line `tenant.create`. */
  operation: string;
  requestId: string | null;
}

/** What every use case gets. It knows no HTTP and reads no clock. */
export interface Context {
  tenant: Tenant;
  actor: Actor;
  /** What was asked for, for the record of changes. */
  origin: Origin;
  tx: TenantTx;
  /** Milliseconds since the epoch, on the tenant's clock. */
  now: number;
}

/** Real time, where a moved test clock must not count: expiry of keys, age of idempotency keys. */
export const wallTime = ({
  now,
  tenant,
}: Pick<Context, "now"> & { tenant: Pick<Tenant, "clockOffsetMs"> }): number =>
  now - tenant.clockOffsetMs;
