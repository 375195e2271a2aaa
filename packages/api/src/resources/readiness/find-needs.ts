import { capability, termsOf } from "@kith/core";
import type { Context } from "../../context.ts";
import { toId } from "../../http/ids.ts";
import { readOpenAsks } from "../asks/queries.ts";
import { addressed as addressedAsk } from "../asks/shown-asks.ts";
import { readOpenGoals } from "../goals/queries.ts";
import { addressed as addressedGoal } from "../goals/shown-goals.ts";
import { addressedTo } from "../helping/addressed-to.ts";
import { readPeople } from "../people/queries.ts";

/** Something that the other needs and this person could give. */
export interface FittingNeed {
  kind: "ask" | "goal";
  /** As the API shows it. */
  id: string;
  title: string;
}

/** Of what the other lets this person know that they need, what fits what this person has. */
export async function findNeeds(
  ctx: Context,
  { person, to }: { person: string; to: string },
): Promise<FittingNeed[]> {
  const { tx, now } = ctx;
  const asks = (await readOpenAsks(tx, [to], now)).map((ask) => addressedAsk(ask, now));
  const goals = (await readOpenGoals(tx, [to], now)).map((goal) => addressedGoal(goal, now));
  if (asks.length + goals.length === 0) return [];
  const [self] = await readPeople(tx, [person]);
  const works = (self?.positions ?? []).flatMap(({ organization, title }) => [organization, title]);
  const has = [...(self?.skills ?? []), ...works.filter((word) => typeof word === "string")];
  const fits = (terms: readonly string[]) =>
    (capability({ skills: has }, { asks: terms })?.value ?? 0) > 0;
  return [
    ...(await addressedTo(ctx, person, asks))
      .filter((ask) => fits(termsOf(ask)) || ask.people.includes(person))
      .map(({ id, title }) => ({ kind: "ask" as const, id: toId("ask", id), title })),
    ...(await addressedTo(ctx, person, goals)).flatMap(({ id, title, target }) =>
      target !== null && fits([target])
        ? [{ kind: "goal" as const, id: toId("goal", id), title: title ?? target }]
        : [],
    ),
  ];
}
