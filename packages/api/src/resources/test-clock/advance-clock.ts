import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { fromIso, toIso } from "../../http/time.ts";
import { readTenant, setClockOffset } from "../tenant/queries.ts";
import type { Advance } from "./schemas.ts";

const hourMs = 3_600_000;
const maxOffsetMs = 20 * 365 * 24 * hourMs;

export interface TestClock {
  now: number;
  offsetMs: number;
}

/** The tenant's clock; a problem in live mode, where time can't be moved. */
export function readClock({ tenant, now }: Context): TestClock {
  if (tenant.mode !== "test") {
    throw new Problem("test_mode_only", "This tenant is in live mode: its clock is real time.");
  }
  return { now, offsetMs: tenant.clockOffsetMs };
}

/** Moves the tenant's clock ahead; every measure follows it at once. */
export async function advanceClock(ctx: Context, advance: Advance): Promise<TestClock> {
  readClock(ctx);
  const { clockOffsetMs } = await readTenant(ctx.tx, { lock: true });
  const now = ctx.now - ctx.tenant.clockOffsetMs + clockOffsetMs;
  const byMs = spanOf(advance, now);
  const offsetMs = clockOffsetMs + byMs;
  if (offsetMs > maxOffsetMs) {
    throw new Problem("invalid_request", "The clock would be more than 20 years ahead: reset it.");
  }
  await setClockOffset(ctx.tx, offsetMs);
  await recordChange(ctx, { type: "testClock.advanced", id: ctx.tenant.id });
  return { now: now + byMs, offsetMs };
}

/** Back to real time. What was recorded meanwhile stays, dated ahead of it. */
export async function resetClock(ctx: Context): Promise<TestClock> {
  const { now, offsetMs } = readClock(ctx);
  await readTenant(ctx.tx, { lock: true });
  await setClockOffset(ctx.tx, 0);
  await recordChange(ctx, { type: "testClock.reset", id: ctx.tenant.id });
  return { now: now - offsetMs, offsetMs: 0 };
}

function spanOf({ days = 0, hours = 0, to }: Advance, now: number): number {
  if (to === undefined) return Math.round((days * 24 + hours) * hourMs);
  if (days !== 0 || hours !== 0) {
    throw new Problem("invalid_request", "Give either `to` or a span, not both.", {
      errors: [{ pointer: "/to", detail: "leave it out, or leave out days and hours" }],
    });
  }
  const byMs = fromIso(to) - now;
  if (byMs >= 0) return byMs;
  throw new Problem("invalid_request", "The clock can only be moved ahead; reset it to go back.", {
    errors: [{ pointer: "/to", detail: `must not be before ${toIso(now)}` }],
  });
}
