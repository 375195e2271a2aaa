import { constraint, localConstraints } from "../ego/constraint.ts";
import { diversity as diversityOfGroups } from "../ego/diversity.ts";
import { effectiveSize } from "../ego/effective-size.ts";
import { type HealthDimension, step, unknown } from "./dimension.ts";
import { limitOf } from "./rules.ts";

const codes = ["tooLittle", "bridging", "open", "mixed", "closed", "oneDoor", "few"] as const;

/**
 * Diversity: to how many separate places a person's ties lead.
 *
 *   value      = effective size of the ego network, weighted by strength      Burt 1992
 *   constraint = how much the others are invested in each other               Burt 1992
 *   dependence = max over alters of sqrt(c_ij): the part of contact with, or by way of, one person
 *
 * Unit: people; range above 0, over the fifty strongest ties of some substance. Undefined (null)
 * without one, or with little on record.
 * Organizations are counted by their weight (Hill 1973, order 2) where positions are known. Closed
 * is no fault: closed circles carry trust, open ones news (Burt 2005); the word is for seeing it.
 */
export const diversity: HealthDimension<(typeof codes)[number]> = {
  codes,
  change: 1,
  measure({ person, structure, ties, isKnown }) {
    if (!isKnown) return unknown("tooLittle");
    const alters = structure.neighbours(person);
    const perAlter = localConstraints(structure, person);
    const closed = constraint(structure, person, perAlter) ?? 0;
    const dependence = Math.sqrt(Math.max(0, ...perAlter.values()));
    const groups = diversityOfGroups(
      ties.map(({ strength, organizations }) => ({ weight: strength, groups: organizations })),
    );
    const figures = {
      ties: alters.size,
      constraint: closed,
      dependence,
      ...(groups === null ? {} : { organizations: groups.effectiveGroups }),
    };
    const size = effectiveSize(structure, person);
    const value = size;
    const meet = [step("meetPeople")];
    if (size === null || alters.size < limitOf("leastDiverseTies")) {
      return { value, band: "worthALook", code: "few", figures, nextSteps: meet };
    }
    if (dependence >= limitOf("dependence")) {
      return { value, band: "worthALook", code: "oneDoor", figures, nextSteps: meet };
    }
    if (closed >= limitOf("constraintClosed")) {
      return { value, band: "worthALook", code: "closed", figures, nextSteps: meet };
    }
    if (closed <= limitOf("constraintOpen") && size >= limitOf("effectiveOpen")) {
      const joins = size / alters.size >= limitOf("bridgingEfficiency");
      const code = joins ? "bridging" : "open";
      return { value, band: "thriving", code, figures, nextSteps: [] };
    }
    return { value, band: "steady", code: "mixed", figures, nextSteps: meet };
  },
};
