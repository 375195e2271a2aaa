import { helpingLimits, MS_PER_DAY } from "@kith/core";
import { Problem } from "../../errors.ts";
import { fromIso, toIso } from "../../http/time.ts";

/** A time that was given for something to end: ahead, and not too far. */
export function requireAhead(
  text: string | undefined,
  now: number,
  pointer: string,
  days: number = helpingLimits.longestDays,
): number | undefined {
  if (text === undefined) return undefined;
  const at = fromIso(text);
  const latest = now + days * MS_PER_DAY;
  if (at > now && at <= latest) return at;
  const detail = `must be after ${toIso(now)}, and not after ${toIso(latest)}`;
  throw new Problem("invalid_request", "It has to end ahead, and not too far ahead.", {
    errors: [{ pointer, detail }],
  });
}
