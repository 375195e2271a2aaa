import ical, { ICalCalendarMethod, ICalEventTransparency } from "ical-generator";
import { toId } from "../../http/ids.ts";
import { say } from "../../words/say.ts";
import type { Upcoming } from "./list-upcoming.ts";
import { nudgeWords } from "./nudge-words.ts";

/** The calendar of what becomes due as a file: all-day events, free time, with stable UIDs. */
export function calendarFile({ items }: Upcoming, at: number): string {
  const calendar = ical({
    name: say({ key: "nudges.calendar.name" }),
    prodId: { company: "Kith", product: "Kith", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const item of items) {
    const { text, reason } = nudgeWords(item, item.brief?.name ?? null, at);
    calendar.createEvent({
      id: `${toId("nudge", item.id)}@kith`,
      start: new Date(item.day * 86_400_000),
      end: new Date((item.day + 1) * 86_400_000),
      allDay: true,
      timezone: null,
      stamp: new Date(at),
      summary: text,
      description: reason,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}
