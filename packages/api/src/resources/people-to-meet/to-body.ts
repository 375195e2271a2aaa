import { toId } from "../../http/ids.ts";
import { toIso } from "../../http/time.ts";
import { say } from "../../words/say.ts";
import type { PersonBrief } from "../ties/queries/list.ts";
import { toPersonBrief } from "../ties/tie-body.ts";
import type { Meeting, PeopleFound } from "./find-people-to-meet.ts";
import type { PeopleToMeetBody, PersonToMeetBody } from "./schemas.ts";

const nameOf = (person: PersonBrief | undefined): string =>
  person?.name ?? person?.externalId ?? say({ key: "meet.unnamed" });

function groundOf({ shared, through, throughCount }: Meeting): PersonToMeetBody["commonGround"] {
  const params = { name: nameOf(through[0]), count: throughCount };
  return [
    ...shared.map(({ kind, value }) => ({
      code: kind,
      value,
      text: say({ key: `meet.shared.${kind}`, params: { value } }),
    })),
    {
      code: "contacts" as const,
      value: null,
      text: say({ key: "meet.through", params: { ...params, count: throughCount } }),
    },
  ];
}

function firstStep({ person, through, shared }: Meeting): PersonToMeetBody["firstStep"] {
  const [thing] = shared;
  const ask = say({
    key: "meet.ask",
    params: { first: nameOf(through[0]), target: nameOf(person) },
  });
  const mention = thing
    ? say({ key: `meet.mention.${thing.kind}`, params: { value: thing.value } })
    : say({ key: "meet.mention.nothing" });
  return {
    code: "ask",
    introducer: toId("person", through[0]?.id ?? ""),
    mention: thing?.value ?? null,
    text: `${ask} ${mention}`,
  };
}

export function toBody(
  { data, none, at, model }: PeopleFound,
  { withScore }: { withScore: boolean },
): PeopleToMeetBody {
  return {
    data: data.map((met) => ({
      person: toPersonBrief(met.person),
      score: withScore ? met.score : null,
      through: met.through.map(toPersonBrief),
      throughCount: met.throughCount,
      commonGround: groundOf(met),
      firstStep: firstStep(met),
    })),
    note: none === null ? null : { code: none, text: say({ key: `meet.none.${none}` }) },
    at: toIso(at),
    model,
  };
}
