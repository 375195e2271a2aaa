import { courtesiesByPerson } from "../gratitude/by-person.ts";
import { courtesies } from "../gratitude/courtesies.ts";
import { type HealthDimension, mostSteps, step, unknown } from "./dimension.ts";
import { limitOf } from "./rules.ts";

const codes = ["tooLittle", "allSaid", "mostSaid", "openWords"] as const;

/**
 * Gratitude and follow-through: how much of the help received had a word back.
 *
 *   value = help of the past year with thanks or news since / help of the past year
 *   help counts once the time for its thanks has come; which courtesies there are: `courtesies`
 *
 * Range [0, 1]. Undefined (null) with fewer than two to look at. The next steps are the words that
 * still come naturally (thanks, then how it went), the latest first. Gratitude makes people help
 * again (Grant & Gino 2010).
 */
export const gratitude: HealthDimension<(typeof codes)[number]> = {
  codes,
  change: 0.1,
  measure({ person, exchanges, at }) {
    const asked = courtesies(exchanges, person, at).filter(({ kind }) => kind !== "repair");
    const reported = new Map<string, number>();
    for (const { kind, to, givenAt } of asked) {
      if (kind !== "reportBack" || givenAt === null) continue;
      reported.set(to, Math.max(givenAt, reported.get(to) ?? givenAt));
    }
    const helps = asked.filter(({ kind, state }) => kind === "thanks" && state !== "early");
    const answered = helps.filter(
      ({ to, givenAt, occurredAt }) =>
        givenAt !== null || (reported.get(to) ?? -Infinity) >= occurredAt,
    );
    const due = courtesiesByPerson(asked.filter(({ state }) => state === "due"));
    const figures = { helpReceived: helps.length, answered: answered.length, open: due.length };
    const words = due.map(({ kind, to }) => step(kind === "thanks" ? "thank" : "reportBack", to));
    // Thanks first: they are quickly said.
    const nextSteps = [
      ...words.filter(({ code }) => code === "thank"),
      ...words.filter(({ code }) => code !== "thank"),
    ].slice(0, mostSteps);
    if (helps.length < limitOf("wordLeast")) return unknown("tooLittle", figures, nextSteps);
    const value = answered.length / helps.length;
    if (value < limitOf("wordSteady")) {
      return { value, band: "worthALook", code: "openWords", figures, nextSteps };
    }
    return value >= limitOf("wordThriving")
      ? { value, band: "thriving", code: "allSaid", figures, nextSteps }
      : { value, band: "steady", code: "mostSaid", figures, nextSteps };
  },
};
