import { type HealthDimension, mostSteps, step, unknown } from "./dimension.ts";
import { limitOf } from "./rules.ts";

/** The kinds of support, in the order in which a lacking one is brought up. */
export const supportKinds = [
  "mentor",
  "feedback",
  "emotional",
  "peers",
  "sponsor",
  "practical",
] as const;
export type SupportKind = (typeof supportKinds)[number];

interface Source {
  /** What the person calls somebody who gives it. */
  readonly roles: readonly string[];
  /** Help received that is it. */
  readonly types: readonly string[];
}

const sources: Readonly<Record<SupportKind, Source>> = {
  mentor: { roles: ["mentor"], types: ["mentoring"] },
  feedback: { roles: [], types: ["feedback"] },
  emotional: { roles: ["friend", "household"], types: ["support"] },
  peers: { roles: ["peer", "friend", "alum"], types: ["collaboration", "knowledge"] },
  sponsor: { roles: ["sponsor"], types: ["endorsement", "referral", "introduction"] },
  practical: { roles: [], types: ["advice", "lead", "knowledge", "collaboration"] },
};

const codes = ["tooLittle", "allRound", "mostKinds", "someKinds"] as const;

/**
 * Support coverage: for how many kinds of support a person has somebody.
 *
 *   value = kinds with enough people / 6        mentor, peers (two people), sponsor, feedback,
 *                                               practical, emotional
 *   people of a kind: whom the person declared in a role of it, and who gave such help within a year
 *
 * Range [0, 1]. Undefined (null) where no role is declared and no help is on record: not recorded is
 * not lacking. Kinds after House 1981 (emotional, instrumental, informational, appraisal), with the
 * sponsor of Kram 1985; the mapping of types to kinds is provisional. Roles are those of today.
 */
export const support: HealthDimension<(typeof codes)[number]> = {
  codes,
  change: 1 / 6,
  measure({ person, ties, exchanges }) {
    const people = new Map(supportKinds.map((kind) => [kind, new Set<string>()]));
    for (const kind of supportKinds) {
      const { roles, types } = sources[kind];
      for (const tie of ties) {
        if (tie.roles.some((role) => roles.includes(role))) people.get(kind)?.add(tie.to);
      }
      for (const { type, from, to } of exchanges) {
        if (to === person && types.includes(type)) people.get(kind)?.add(from);
      }
    }
    const count = (kind: SupportKind) => people.get(kind)?.size ?? 0;
    const figures = Object.fromEntries(supportKinds.map((kind) => [kind, count(kind)]));
    if (supportKinds.every((kind) => count(kind) === 0)) return unknown("tooLittle", figures);
    const enough = (kind: SupportKind) => count(kind) >= (kind === "peers" ? limitOf("peers") : 1);
    const lacking = supportKinds.filter((kind) => !enough(kind));
    const value = (supportKinds.length - lacking.length) / supportKinds.length;
    const nextSteps = lacking.slice(0, mostSteps).map((kind) => step("findSupport", null, kind));
    if (value >= limitOf("supportThriving")) {
      return { value, band: "thriving", code: "allRound", figures, nextSteps };
    }
    return value >= limitOf("supportSteady")
      ? { value, band: "steady", code: "mostKinds", figures, nextSteps }
      : { value, band: "worthALook", code: "someKinds", figures, nextSteps };
  },
};
