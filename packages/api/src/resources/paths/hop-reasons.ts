import { type Band, daysBetween, type Instant } from "@kith/core";
import { say } from "../../words/say.ts";
import { ago } from "../../words/spans.ts";

/** Why a hop is worth trying: what is known of the tie, in plain words about contact alone. */
export function hopReason(band: Band, lastContactAt: Instant, now: Instant): string {
  const known = band === "none" ? "dormant" : band;
  return say({ key: `paths.hop.${known}`, params: { ago: ago(daysBetween(lastContactAt, now)) } });
}
