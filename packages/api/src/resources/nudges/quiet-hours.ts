import { type Instant, MS_PER_DAY } from "@kith/core";
import { instantOf, localClock, localDay } from "../../local-time.ts";

const minute = 60_000;

/** Hours in which a person wants to hear of nothing, local, as `22:00`; they may go past midnight. */
export interface QuietHours {
  from: string;
  to: string;
}

const minutesOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** Until when it is quiet; null when it is not. */
export function quietUntil(zone: string, quiet: QuietHours | null, at: Instant): Instant | null {
  if (!quiet) return null;
  const today = localDay(zone, at);
  const now = Math.floor((localClock(zone, at) - today * MS_PER_DAY) / minute);
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
  const isQuiet = from < to ? from <= now && now < to : now >= from || now < to;
  if (!isQuiet) return null;
  const ends = from < to || now < to ? today : today + 1;
  return instantOf(zone, ends * MS_PER_DAY + to * minute);
}
