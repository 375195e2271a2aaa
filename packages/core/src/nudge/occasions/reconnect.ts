import { type Instant, MS_PER_DAY, startOfDay } from "../../instant.ts";
import type { Model } from "../../model/model.ts";
import { band } from "../../tie/band.ts";
import { type DeclaredCadence, expectedDays } from "../../tie/cadence.ts";
import { lomax } from "../../tie/contact-probability.ts";
import type { PairEvidence } from "../../tie/evidence.ts";
import { personContactProbability } from "../../tie/person-term.ts";
import { strength, tieKappa } from "../../tie/strength.ts";
import type { GroupCadence, NudgeMoment, NudgeTie } from "../facts.ts";
import { noEvidence, type Occasion } from "../occasion.ts";
import type { NudgeRules } from "../rules.ts";

/**
 * Reconnect: a tie worth keeping that has gone silent.
 *
 *   trigger   declared cadence: its ideal, else its maximum, after the last contact;
 *             none: 2 x expectedDays, 21 days at least, of a tie of some strength
 *   value     strength x (1 - chance of contact within 90 days), at the begin of the week
 *
 * The trigger is the cadence, the order is the clock: silence alone ranks badly (AUC .64). Declared
 * rhythms count at least one half, and three quarters beyond their maximum.
 */
export function reconnectOccasions(
  ties: readonly NudgeTie[],
  cadences: readonly GroupCadence[],
  moment: NudgeMoment,
  rules: NudgeRules,
  model: Model,
): Occasion[] {
  return ties.flatMap((tie) => {
    // With contact since the week began, what was due before it is resolved, and keeps its place.
    const evidence = tie.before ?? tie.evidence;
    const { lastContactAt: last, lastDay } = evidence;
    if (last === null || lastDay === null) return [];
    const closeAt = tie.before ? (tie.evidence.lastContactAt ?? Infinity) : Infinity;
    const declared = cadenceOf(tie, cadences);
    const trigger = triggerAt(evidence, last, declared, moment, rules, model);
    if (trigger === null || trigger >= closeAt) return [];
    const beyond = declared?.max != null && moment.at >= last + declared.max * MS_PER_DAY;
    const least = beyond ? 0.75 : declared ? 0.5 : 0;
    const built = strength(evidence, moment.weekStartsAt, model) ?? 0;
    const silence = Math.max(0, moment.weekStartsAt - last) / MS_PER_DAY;
    const chance = lomax(tieKappa(evidence, moment.weekStartsAt, model), silence, 90, model);
    const ranked = personContactProbability(evidence, tie.seenAt, moment.at, 90, model) ?? chance;
    return {
      kind: "reconnect",
      subject: tie.other,
      occasion: String(lastDay),
      code: codeOf(evidence, declared, beyond, moment, model),
      openAt: trigger,
      closeAt,
      knownAt: trigger,
      value: Math.max(least, built * (1 - chance)),
      rankValue: Math.max(least, built * (1 - ranked)),
      evidence: { ...noEvidence, lastContactAt: last },
    } satisfies Occasion;
  });
}

/** What was declared of the tie, else of its circle, else the shortest of its roles. */
export function cadenceOf(
  { cadenceDays, circle, roles }: Pick<NudgeTie, "cadenceDays" | "circle" | "roles">,
  cadences: readonly GroupCadence[],
): DeclaredCadence | null {
  if (cadenceDays) return cadenceDays;
  const named = (of: GroupCadence["of"], name: string | null) =>
    cadences.find((one) => one.of === of && one.name === name) ?? null;
  const ofRoles = roles.flatMap((role) => named("role", role) ?? []);
  const shortest = ofRoles.sort((x, y) => rhythm(x) - rhythm(y) || (x.name < y.name ? -1 : 1))[0];
  return named("circle", circle) ?? shortest ?? null;
}

const rhythm = ({ ideal, max }: DeclaredCadence): number => ideal ?? max ?? Infinity;

function triggerAt(
  evidence: PairEvidence,
  last: Instant,
  declared: DeclaredCadence | null,
  { weekStartsAt }: NudgeMoment,
  { reconnect }: NudgeRules,
  model: Model,
): Instant | null {
  if (declared && Number.isFinite(rhythm(declared))) return last + rhythm(declared) * MS_PER_DAY;
  if (evidence.contactDays < reconnect.leastContactDays) return null;
  if ((strength(evidence, weekStartsAt, model) ?? 0) < reconnect.leastStrength) return null;
  const expected = (expectedDays(evidence, model) ?? 0) * reconnect.silenceFactor;
  const days = Math.ceil(Math.max(reconnect.leastSilenceDays, expected));
  // From the day's begin, as a contact before the week is known by its day.
  return startOfDay(Math.floor(last / MS_PER_DAY) + days);
}

function codeOf(
  evidence: PairEvidence,
  declared: DeclaredCadence | null,
  isBeyond: boolean,
  { at }: NudgeMoment,
  model: Model,
) {
  if (declared) return isBeyond ? "beyondMaximum" : "cadence";
  return band(evidence, at, model) === "dormant" ? "dormant" : "fading";
}
