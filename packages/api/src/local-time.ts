import { type Instant, MS_PER_DAY } from "@kith/core";

const minute = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

const offsets = new Map<string, number>();

/** How far the clocks of a zone are ahead of UTC at a moment; they change on a quarter of an hour. */
function offsetMs(zone: string, at: Instant): number {
  const key = `${zone} ${Math.floor(at / (15 * minute))}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const offset = readOffset(zone, at);
  if (offsets.size >= 20_000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

function readOffset(zone: string, at: Instant): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat("en-US", {
      ...{ timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric" },
      ...{ hour: "numeric", minute: "numeric", second: "numeric" },
    });
  formats.set(zone, format);
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 0, day: date = 0, hour = 0, minute: min = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, date, hour, min, second) - Math.floor(at / 1000) * 1000;
}

/** What the clocks of a zone show, as if they showed UTC. */
export const localClock = (zone: string, at: Instant): number => at + offsetMs(zone, at);

/** When the clocks of a zone show that. Of an hour that is left out, the moment after it. */
export function instantOf(zone: string, clock: number): Instant {
  const guess = clock - offsetMs(zone, clock);
  return clock - offsetMs(zone, guess);
}

/** The local day, as days since 1970-01-01. */
export const localDay = (zone: string, at: Instant): number =>
  Math.floor(localClock(zone, at) / MS_PER_DAY);

export const startOfLocalDay = (zone: string, localDay: number): Instant =>
  instantOf(zone, localDay * MS_PER_DAY);

/** A week begins on Monday at 00:00 where the person is. */
export function weekOf(zone: string, at: Instant): { startsAt: Instant; endsAt: Instant } {
  const today = localDay(zone, at);
  const monday = today - ((today + 3) % 7); // 1970-01-01 was a Thursday
  return { startsAt: startOfLocalDay(zone, monday), endsAt: startOfLocalDay(zone, monday + 7) };
}
