import type { HealthStep, HealthStepCode } from "@kith/core";
import { toId } from "../../http/ids.ts";
import { type MessageKey, say } from "../../words/say.ts";
import type { PersonBrief } from "../ties/queries/list.ts";

interface Target {
  operation: string;
  href(person: string, other: string): string;
}

const ties = (sort: string): Target => ({
  operation: "ties.list",
  href: (person) => `/v1/people/${person}/ties?sort=${sort}`,
});
const agenda: Target = {
  operation: "ties.agenda",
  href: (person, other) => `/v1/ties/${person}/${other}/agenda`,
};
const explanation: Target = {
  operation: "ties.explanation",
  href: (person, other) => `/v1/ties/${person}/${other}/explanation`,
};

/** What to call to take each step: everything here is a GET that the person may make themselves. */
const targets: Readonly<Record<HealthStepCode, Target>> = {
  reconnect: agenda,
  answerQuiet: ties("lastContactAt"),
  deepen: explanation,
  meetPeople: {
    operation: "people.peopleToMeet",
    href: (person) => `/v1/people/${person}/people-to-meet`,
  },
  giveFirst: agenda,
  findSupport: ties("strength"),
  thank: agenda,
  reportBack: agenda,
  seeWhoIsDue: ties("dueAt"),
  declareContexts: ties("strength"),
  lookAfterBoth: ties("strength"),
};

/** A next step in words, with what to call. */
export function nextStepBody(
  person: string,
  { code, person: other, kind }: HealthStep,
  briefs: ReadonlyMap<string, PersonBrief>,
) {
  const { operation, href } = targets[code];
  const brief = other === null ? undefined : briefs.get(other);
  const key = `health.step.${code}${kind === null ? "" : `.${kind}`}` as MessageKey;
  const [from, to] = [toId("person", person), other === null ? "" : toId("person", other)];
  return {
    code,
    text: say({ key, params: { name: brief?.name ?? "them" } }),
    person: brief
      ? { id: toId("person", brief.id), externalId: brief.externalId, name: brief.name }
      : null,
    operation,
    href: href(from, to),
  };
}
