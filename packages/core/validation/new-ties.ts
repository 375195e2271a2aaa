import { auc, contactProbability } from "../src/index.ts";
import type { CutOff } from "./cut-offs.ts";

export type NewTieRule = "common contacts" | "weakest link" | "Adamic-Adar" | "people to meet";

const HORIZON_SECONDS = 90 * 86_400;
const PEOPLE = 120;

/**
 * Who gets to know whom: for up to 120 people (the same at every run) who are in contact with
 * anyone within 90 days, everybody two steps away is scored; positive if the two are in contact for
 * the first time within 90 days. One AUC over all of them.
 */
export function scoreNewTies(cutOff: CutOff): Record<NewTieRule, number | null> {
  const { network, at, nextSeen, nextSeconds } = cutOff;
  const scores = {
    "common contacts": [] as number[],
    "weakest link": [] as number[],
    "Adamic-Adar": [] as number[],
    "people to meet": [] as number[],
  };
  const labels: boolean[] = [];
  const degrees = new Map<string, number>();
  const degree = (person: string) => {
    const known = degrees.get(person) ?? network.degree(person, at);
    degrees.set(person, known);
    return known;
  };
  const chance = (one: string, other: string) =>
    contactProbability(network.evidence(one, other), at, 90) ?? 0;
  const people = [...network.people()]
    .filter((person) => (nextSeen.get(person) ?? Infinity) <= HORIZON_SECONDS)
    .sort((x, y) => hash(x) - hash(y))
    .slice(0, PEOPLE);
  for (const person of people) {
    for (const met of network.peopleToMeet(person, at, Infinity)) {
      const between = met.through.map((via) => via.person);
      scores["people to meet"].push(met.score);
      scores["common contacts"].push(between.length);
      scores["Adamic-Adar"].push(sum(between.map((via) => 1 / Math.log(degree(via)))));
      scores["weakest link"].push(
        Math.max(...between.map((via) => Math.min(chance(person, via), chance(via, met.person)))),
      );
      labels.push(nextSeconds(person, met.person) <= HORIZON_SECONDS);
    }
  }
  return {
    "common contacts": auc(scores["common contacts"], labels),
    "weakest link": auc(scores["weakest link"], labels),
    "Adamic-Adar": auc(scores["Adamic-Adar"], labels),
    "people to meet": auc(scores["people to meet"], labels),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Draws people without a clock or randomness (FNV-1a). */
function hash(text: string): number {
  let value = 2_166_136_261;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16_777_619);
  }
  return value >>> 0;
}
