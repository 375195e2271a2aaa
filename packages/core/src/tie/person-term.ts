import { daysBetween, type Instant } from "../instant.ts";
import { defaultModel, type Model } from "../model/model.ts";
import { lomax, silenceDays } from "./contact-probability.ts";
import type { PairEvidence } from "./evidence.ts";
import { tieWeight } from "./tie-weight.ts";

/**
 * Contact probability with the person term, for ranking inside a server: whom to nudge about,
 * which ties are lapsing. It leaks a little of how active another person is, so never show it.
 *
 *   kappa = 0.25 U^0.70 / (1 + r / 30)      r = days since the less recently seen of the two was
 *   P(N)  = 1 - ((s + 10) / (s + 10 + N))^kappa                                  seen with anyone
 *
 * Range [0, 1). Undefined (null) without a contact day. `seenAt` is the earlier of the two people's
 * last interactions with anyone; it cannot be before the pair's own last contact.
 */
export function personContactProbability(
  evidence: PairEvidence,
  seenAt: Instant,
  at: Instant,
  horizonDays: number,
  model: Model = defaultModel,
): number | null {
  return groundedContactProbability(evidence, { seenAt, commonGround: 0 }, at, horizonDays, model);
}

/** What the surroundings of two people say of their tie. */
export interface Surroundings {
  /** The earlier of the two people's last interactions with anyone. */
  readonly seenAt: Instant;
  /** See `commonGround`. */
  readonly commonGround: number;
}

/**
 * The same with common ground too: who is joined through others meets again sooner.
 *
 *   kappa = 0.25 U^0.70 (1 + W) / (1 + r / 30)        W = common ground
 *
 * Range, null and warning as above; it leaks ties of others as well. W has no constant of its own:
 * nothing was fitted. For ranking over three months or more, where it did better on every data set;
 * within days `personContactProbability` says better whom next, and is the better probability.
 */
export function groundedContactProbability(
  evidence: PairEvidence,
  { seenAt, commonGround }: Surroundings,
  at: Instant,
  horizonDays: number,
  model: Model = defaultModel,
): number | null {
  const silence = silenceDays(evidence, at);
  if (silence === null) return null;
  const unseen = Math.min(silence, Math.max(0, daysBetween(seenAt, at)));
  const built = model.kappaScale * model.personScale;
  const weight = tieWeight(evidence, at, model) ** model.personExponent;
  const kappa = (built * weight * (1 + commonGround)) / (1 + unseen / model.personSeenDays);
  return lomax(kappa, silence, horizonDays, model);
}
