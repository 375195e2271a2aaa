import { type Day, dayOf, type Instant, MS_PER_DAY, startOfDay } from "../../instant.ts";
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
 *   value     strength x (1 - chance of contact within twice its rhythm), at the begin of the week
 *
 * The trigger is the cadence, the order is the clock: silence alone ranks badly (AUC .64). The clock
 * is asked about a span of the tie's own rhythm: within three months, say, it is almost sure of those
 * who used to meet each week, and they would come after ties that were never close. Declared rhythms
 * count at least one half, and three quarters beyond their maximum.
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
    const { lastContactAt, lastDay } = evidence;
    if (lastContactAt === null || lastDay === null) return [];
    const declared = cadenceOf(tie, cadences);
    const rhythm = rhythmOf(declared) ?? expectedDays(evidence, model) ?? 0;
    const silenceDays = silenceWorthAWord(evidence, declared, moment, rules, model);
    if (silenceDays === null) return [];
    // By the day, as a contact before the week is known by it: else places would move with the next.
    const last = startOfDay(lastDay);
    const trigger = last + silenceDays * MS_PER_DAY;
    const resumedDay = tie.before?.resumedDay ?? null;
    if (resumedDay !== null && dayOf(trigger) > resumedDay) return [];
    const closeAt =
      resumedDay === null
        ? Infinity
        : Math.max(trigger + 1, moment.weekStartsAt, resumedAt(tie, resumedDay));
    const isBeyond = (at: Instant) =>
      declared?.max != null && at >= last + declared.max * MS_PER_DAY;
    const begin = Math.max(moment.weekStartsAt, trigger);
    const least = isBeyond(begin) ? 0.75 : declared ? 0.5 : 0;
    const built = strength(evidence, moment.weekStartsAt, model) ?? 0;
    const silence = Math.max(0, moment.weekStartsAt - last) / MS_PER_DAY;
    const span = rules.reconnect.silenceFactor * rhythm;
    const chance = lomax(tieKappa(evidence, moment.weekStartsAt, model), silence, span, model);
    const ranked = personContactProbability(evidence, tie.seenAt, moment.at, span, model) ?? chance;
    return {
      kind: "reconnect",
      subject: tie.other,
      occasion: String(lastDay),
      code: codeOf(evidence, declared, isBeyond(moment.at), moment, model),
      openAt: trigger,
      closeAt,
      knownAt: trigger,
      value: Math.max(least, built * (1 - chance)),
      rankValue: Math.max(least, built * (1 - ranked)),
      evidence: { ...noEvidence, lastContactAt },
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
  const days = (cadence: DeclaredCadence) => rhythmOf(cadence) ?? Infinity;
  const shortest = ofRoles.sort((x, y) => days(x) - days(y) || (x.name < y.name ? -1 : 1))[0];
  return named("circle", circle) ?? shortest ?? null;
}

/** When contact was taken up: the first of several days, though of that the hour is not known. */
function resumedAt({ evidence: { lastContactAt } }: NudgeTie, resumedDay: Day): Instant {
  const isLast = lastContactAt !== null && dayOf(lastContactAt) === resumedDay;
  return isLast ? lastContactAt : startOfDay(resumedDay);
}

const rhythmOf = (declared: DeclaredCadence | null): number | null =>
  declared?.ideal ?? declared?.max ?? null;

/** After so many days without contact. */
function silenceWorthAWord(
  evidence: PairEvidence,
  declared: DeclaredCadence | null,
  { weekStartsAt }: NudgeMoment,
  { reconnect }: NudgeRules,
  model: Model,
): number | null {
  const wanted = rhythmOf(declared);
  if (wanted !== null) return wanted;
  if (evidence.contactDays < reconnect.leastContactDays) return null;
  if ((strength(evidence, weekStartsAt, model) ?? 0) < reconnect.leastStrength) return null;
  const expected = (expectedDays(evidence, model) ?? 0) * reconnect.silenceFactor;
  return Math.ceil(Math.max(reconnect.leastSilenceDays, expected));
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
