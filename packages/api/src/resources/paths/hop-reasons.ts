import { type Band, daysBetween, type Instant } from "@kith/core";
import { ago } from "../../words/spans.ts";

/** Why a hop is worth trying: what is known of the tie, in plain words about contact alone. */
const reasons: Record<Exclude<Band, "none">, string> = {
  core: "In constant contact",
  active: "In contact",
  fading: "Contact has become rare",
  dormant: "Long without contact, though it was built up once",
};

export function hopReason(band: Band, lastContactAt: Instant, now: Instant): string {
  return `${reasons[band === "none" ? "dormant" : band]}; last ${ago(daysBetween(lastContactAt, now))}.`;
}
