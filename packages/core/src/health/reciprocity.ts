import { interactionCategory } from "../interaction/interaction.ts";
import { sideOf } from "../pair.ts";
import { helpFlow } from "../tie/tie-weight.ts";
import { type HealthDimension, mostSteps, step, unknown } from "./dimension.ts";
import { limitOf } from "./rules.ts";

const codes = ["tooLittle", "bothWays", "flowing", "mostlyGiving", "roomToGive"] as const;

/**
 * Reciprocity: whom a person was there for. It serves to see what to give, and is no account.
 *
 *   value = number of different people whom the person helped within the past year
 *   band  by the balance of all their help, (given - received) / (given + received + 1)
 *
 * Unit: people; range 0 or more. Undefined (null) while hardly any help is on record, in either
 * direction (three days of it, the recent counting more). Giving more than one receives is never worse than
 * even; the balance itself is not said. Source: the standing of a tie, over all ties.
 */
export const reciprocity: HealthDimension<(typeof codes)[number]> = {
  codes,
  change: 1,
  measure({ person, ties, exchanges, at }, model) {
    const flows = ties.map((tie) => ({
      ...tie,
      ...helpFlow(tie.evidence, sideOf(person, tie.to), at, model),
    }));
    const given = flows.reduce((sum, flow) => sum + flow.given, 0);
    const received = flows.reduce((sum, flow) => sum + flow.received, 0);
    if (given + received < limitOf("helpLeast")) return unknown("tooLittle");
    const helps = exchanges.filter((exchange) => interactionCategory(exchange) === "help");
    const helped = new Set(helps.filter(({ from }) => from === person).map(({ to }) => to));
    const helpedBy = new Set(helps.filter(({ to }) => to === person).map(({ from }) => from));
    const value = helped.size;
    const figures = { helped: helped.size, helpedBy: helpedBy.size };
    const nextSteps = flows
      .filter((flow) => helpedBy.has(flow.to) && !helped.has(flow.to) && !flow.strained)
      .filter(({ paused }) => !paused)
      .sort((x, y) => y.received - x.received || (x.to < y.to ? -1 : 1))
      .slice(0, mostSteps)
      .map(({ to }) => step("giveFirst", to));
    const balance = (given - received) / (given + received + model.balancePrior);
    if (balance < -limitOf("receivingMore")) {
      return { value, band: "worthALook", code: "roomToGive", figures, nextSteps };
    }
    if (balance > model.standingBalance) {
      return { value, band: "steady", code: "mostlyGiving", figures, nextSteps: [] };
    }
    const thrives = helped.size >= limitOf("helpedThriving");
    return thrives
      ? { value, band: "thriving", code: "bothWays", figures, nextSteps: nextSteps.slice(0, 1) }
      : { value, band: "steady", code: "flowing", figures, nextSteps: nextSteps.slice(0, 2) };
  },
};
