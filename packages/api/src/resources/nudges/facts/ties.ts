import {
  A_REACHED_B,
  B_REACHED_A,
  dayOf,
  evidenceBefore,
  type Instant,
  type NudgeTie,
  pairOf,
  sideOf,
} from "@kith/core";
import type { Context } from "../../../context.ts";
import { modelOf } from "../../model/tenant-model.ts";
import { knownNow } from "../../ties/list-ties.ts";
import { readDeclarations } from "../../ties/queries/declarations.ts";
import { readTies } from "../../ties/queries/list.ts";
import { readDaysAround, readPausedTowards, readSeen } from "../queries/days.ts";

/** As many ties are looked at, the strongest: below them nothing is worth a nudge. */
export const mostTies = 2000;

/** A person's ties as nudges see them: six statements, however many there are. */
export async function readNudgeTies(
  ctx: Context,
  person: string,
  weekStartsAt: Instant,
): Promise<NudgeTie[]> {
  const { tx, now } = ctx;
  const rows = await readTies(tx, {
    ...{ person, sort: "strength", after: null, limit: mostTies, minLog2Weight: -1e300 },
  });
  const others = rows.map(({ to }) => to);
  const evidences = await knownNow(ctx, person, rows);
  const declarations = await readDeclarations(tx, person, others);
  const pausers = await readPausedTowards(tx, person);
  const seen = await readSeen(tx, [person, ...others]);
  const recent = rows.flatMap(({ to }, index) =>
    (evidences[index]?.lastContactAt ?? 0) >= weekStartsAt ? [to] : [],
  );
  const pairs = recent.map((to) => pairOf(person, to));
  const around = await readDaysAround(tx, pairs, dayOf(weekStartsAt));
  const weeks = new Map(recent.map((to, index) => [to, around[index]]));
  const { constants } = modelOf(ctx.tenant);
  return rows.flatMap(({ to }, index) => {
    const evidence = evidences[index];
    if (!evidence || evidence.contactDays === 0) return [];
    const declared = declarations.get(to);
    const week = weeks.get(to);
    const isA = sideOf(person, to) === "a";
    // What lies ahead of the clock is not known yet.
    const since = week?.since.filter(({ day }) => day <= dayOf(now)) ?? [];
    const answered = isA ? B_REACHED_A : A_REACHED_B;
    const last = evidence.lastContactAt ?? 0;
    return [
      {
        other: to,
        evidence,
        before: week ? evidenceBefore(evidence, since, week.lastBefore, constants) : null,
        answeredDay: since.find(({ mask }) => (mask & answered) !== 0)?.day ?? null,
        reachedDay: (isA ? week?.lastAbBefore : week?.lastBaBefore) ?? null,
        cadenceDays: declared?.cadenceDays ?? null,
        roles: declared?.roles ?? [],
        circle: declared?.circle ?? null,
        isDeclared: declared !== undefined,
        paused: (declared?.paused ?? false) || pausers.has(to),
        seenAt: Math.min(seen.get(person) ?? last, seen.get(to) ?? last),
      },
    ];
  });
}
