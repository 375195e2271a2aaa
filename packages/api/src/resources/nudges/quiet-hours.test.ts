import t from "tap";
import { quietUntil } from "./quiet-hours.ts";

const iso = (at: number) => new Date(at).toISOString();
const at = (text: string) => Date.parse(text);

t.test("quiet hours may go past midnight", async (t) => {
  const until = (from: string, to: string, text: string, zone = "UTC") => {
    const found = quietUntil(zone, { from, to }, at(text));
    return found === null ? null : iso(found);
  };
  t.equal(until("22:00", "07:00", "2026-03-04T21:59:00Z"), null);
  t.equal(until("22:00", "07:00", "2026-03-04T22:00:00Z"), "2026-03-05T07:00:00.000Z");
  t.equal(until("22:00", "07:00", "2026-03-05T06:59:00Z"), "2026-03-05T07:00:00.000Z");
  t.equal(until("22:00", "07:00", "2026-03-05T07:00:00Z"), null);
  t.equal(until("12:00", "13:00", "2026-03-05T12:30:00Z"), "2026-03-05T13:00:00.000Z");
  t.equal(
    until("22:00", "07:00", "2026-03-28T22:30:00Z", "Europe/Berlin"),
    "2026-03-29T05:00:00.000Z",
    "through the night in which clocks go forward",
  );
  t.equal(quietUntil("UTC", null, 0), null);
});
