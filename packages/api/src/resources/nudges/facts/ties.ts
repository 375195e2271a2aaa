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
import { readPausedTowards } from "../../ties/queries/declarations.ts";
import { readSeen } from "../../ties/queries/seen.ts";
import { readDaysAround } from "../queries/days.ts";
import { readAllDeclared, readStrongest } from "../queries/ties.ts";

/** As many ties are looked at, the strongest: below them nothing is worth a nudge. */
export const mostTies = 2000;

/** A person's ties as nudges see them: five statements, however many there are. */
export async function readNudgeTies(
  ctx: Context,
  person: string,
  weekStartsAt: Instant,
): Promise<NudgeTie[]> {
  const { tx, now } = ctx;
  const rows = await readStrongest(tx, person, mostTies);
  const evidences = await knownNow(ctx, person, rows);
  const declarations = await readAllDeclared(tx, person);
  const pausers = await readPausedTowards(tx, person);
  const ownSeenAt = (await readSeen(tx, [person])).get(person);
  const recent = rows.flatMap(({ to }, index) =>
    (evidences[index]?.lastContactAt ?? 0) >= weekStartsAt ? [to] : [],
  );
  const pairs = recent.map((to) => pairOf(person, to));
  const around = await readDaysAround(tx, pairs, weekStartsAt);
  const weeks = new Map(recent.map((to, index) => [to, around[index]]));
  const { constants } = modelOf(ctx.tenant);
  return rows.flatMap(({ to, seenAt }, index) => {
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
        seenAt: Math.min(ownSeenAt ?? last, seenAt ?? last),
      },
    ];
  });
}
