import { capability, type NudgeNeed, termsOf } from "@kith/core";
import type { Context } from "../../../context.ts";
import { listAsks } from "../../asks/queries.ts";
import { addressed as addressedAsk } from "../../asks/shown-asks.ts";
import { listGoals } from "../../goals/queries.ts";
import { addressed as addressedGoal } from "../../goals/shown-goals.ts";
import { addressedTo } from "../../helping/addressed-to.ts";
import { readPeople } from "../../people/queries.ts";
import { readFirstHelp } from "../queries/helped.ts";

/** The newest of each that are looked at. */
const most = 100;

/** What others ask of this person, or of people like them, and goals that they could help with. */
export async function readNeeds(ctx: Context, person: string): Promise<NudgeNeed[]> {
  const { tx, now } = ctx;
  const filter = { reader: person, side: "others", state: "open", at: now } as const;
  const page = { before: null, limit: most };
  const asks = (await listAsks(tx, { ...filter, ...page })).map((ask) => addressedAsk(ask, now));
  const goals = (await listGoals(tx, { ...filter, ...page })).map((goal) =>
    addressedGoal(goal, now),
  );
  if (asks.length + goals.length === 0) return [];
  const [self] = await readPeople(tx, [person]);
  const gives = {
    skills: [
      ...(self?.skills ?? []),
      ...(self?.positions ?? []).flatMap(({ organization, title }) => [
        ...(organization ? [organization] : []),
        ...(title ? [title] : []),
      ]),
    ],
  };
  const canGive = (asks: readonly string[]) => (capability(gives, { asks })?.value ?? 0) > 0;
  const needs: Omit<NudgeNeed, "helpedAt">[] = [
    ...(await addressedTo(ctx, person, asks)).flatMap((ask) => {
      const isNamed = ask.audience === "people" && ask.people.includes(person);
      if (!isNamed && !canGive(termsOf(ask))) return [];
      const { id, kind, title, createdAt: since, expiresAt: until } = ask;
      return [{ id, of: "ask" as const, other: ask.personId, kind, title, isNamed, since, until }];
    }),
    ...(await addressedTo(ctx, person, goals)).flatMap((goal) => {
      if (goal.target === null || !canGive([goal.target])) return [];
      const { id, kind, createdAt: since, untilAt: until } = goal;
      const title = goal.title ?? goal.target;
      const isNamed = false;
      return [
        { id, of: "goal" as const, other: goal.personId, kind, title, isNamed, since, until },
      ];
    }),
  ];
  const helped = await readFirstHelp(tx, person, needs, now);
  return needs.map((need, index) => ({ ...need, helpedAt: helped[index] ?? null }));
}
