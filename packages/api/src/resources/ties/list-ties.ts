import {
  type Band,
  emptyEvidence,
  type Instant,
  type Model,
  MS_PER_DAY,
  type PairEvidence,
  pairOf,
  rebuildPair,
  type Trend,
} from "@kith/core";
import type { Context } from "../../context.ts";
import { showBriefs } from "../frames/show-briefs.ts";
import { modelOf } from "../model/tenant-model.ts";
import { requirePerson } from "../people/person-refs.ts";
import { isKnownAt } from "./evidence-at.ts";
import { type MeasuredTie, measuredTie, type Tie, withReal } from "./get-tie.ts";
import { readDeclarations, undeclared } from "./queries/declarations.ts";
import {
  type ListedTie,
  type PersonBrief,
  type Place,
  readTies,
  type TieSort,
} from "./queries/list.ts";
import { readCondensedLogs } from "./queries/log.ts";

/**
 * Band, trend and strength follow the clock, so no index holds them: ties are read in order, in
 * stretches that double up to `largest`, and measured until the page is full. After `stretches`
 * statements a page is answered as it is, even empty, with a cursor to go on from.
 */
export const scan = { stretches: 5, first: 200, largest: 2000 };

export interface TieFilters {
  sort: TieSort;
  band?: Band | undefined;
  trend?: Trend | undefined;
  role?: string | undefined;
  circle?: string | undefined;
  minStrength?: number | undefined;
}

export interface TieListItem extends Tie {
  person: PersonBrief;
}

export interface TieList {
  data: TieListItem[];
  next: Place | null;
}

/** A page of a person's ties, as that person's side, now. */
export async function listTies(
  ctx: Context,
  {
    person: ref,
    after,
    limit,
    filters,
  }: {
    person: string;
    after: Place | null;
    limit: number;
    filters: TieFilters;
  },
): Promise<TieList> {
  const person = await requirePerson(ctx.tx, ref, "/path/person");
  const { band, trend, minStrength, ...stored } = filters;
  const followsClock = (band ?? trend ?? minStrength) !== undefined;
  const found: { place: Place; tie: MeasuredTie }[] = [];
  const minLog2Weight = leastLog2Weight(minStrength, ctx.now, modelOf(ctx.tenant).constants);
  let place = after;
  let size = followsClock ? Math.max(scan.first, limit + 1) : limit + 1;
  let isEnd = false;
  for (let n = 0; n < scan.stretches && found.length <= limit && !isEnd; n++) {
    const rows = await readTies(ctx.tx, {
      person,
      ...stored,
      after: place,
      minLog2Weight,
      limit: size,
    });
    for (const { row, tie } of await measureRows(ctx, person, rows)) {
      if (matches(tie, filters)) found.push({ place: { key: row.key, to: row.to }, tie });
    }
    place = rows.at(-1) ?? place;
    isEnd = rows.length < size;
    size = Math.min(scan.largest, size * 2);
  }
  const page = found.slice(0, limit);
  const scanned = isEnd ? null : place;
  const next = found.length > limit ? (page.at(-1)?.place ?? null) : scanned;
  const briefs = await showBriefs(
    ctx,
    page.map(({ tie }) => tie.to),
  );
  const ties = await withReal(
    ctx,
    page.map(({ tie }) => tie),
    ctx.now,
  );
  const data = ties.flatMap((tie) => {
    const brief = briefs.get(tie.to);
    return brief ? [{ ...tie, person: brief }] : [];
  });
  return { data, next };
}

/** Measures each row that was known of by now; the declarations of all are read at once. */
export async function measureRows(ctx: Context, person: string, rows: readonly ListedTie[]) {
  const others = rows.map(({ to }) => to);
  const declarations = await readDeclarations(ctx.tx, person, others);
  const evidences = await knownNow(ctx, person, rows);
  const model = modelOf(ctx.tenant);
  return rows.flatMap((row, index) => {
    const evidence = evidences[index] ?? emptyEvidence;
    const declared = declarations.get(row.to);
    const isKnown =
      declared ||
      evidence.contactDays > 0 ||
      evidence.lastConflictAt !== null ||
      evidence.lastRepairAt !== null;
    if (!isKnown) return [];
    const ends = { from: person, to: row.to };
    return [
      {
        row,
        tie: measuredTie(ends, evidence, declared ?? undeclared, ctx.now, model),
      },
    ];
  });
}

/** Stored evidence, but for ties with evidence dated ahead of now: theirs is rebuilt up to now. */
export async function knownNow(
  ctx: Context,
  person: string,
  rows: readonly ListedTie[],
): Promise<PairEvidence[]> {
  const ahead = rows.filter(({ evidence }) => evidence && !isKnownAt(evidence, ctx.now));
  const pairs = ahead.map(({ to }) => pairOf(person, to));
  const logs = await readCondensedLogs(ctx.tx, pairs, ctx.now);
  const { constants } = modelOf(ctx.tenant);
  const rebuilt = new Map(
    ahead.map(({ to }, index) => [to, rebuildPair(logs[index] ?? [], constants)]),
  );
  return rows.map(({ to, evidence }) => rebuilt.get(to) ?? evidence ?? emptyEvidence);
}

function matches({ measures }: MeasuredTie, { band, trend, minStrength }: TieFilters): boolean {
  return (
    (band === undefined || measures.band === band) &&
    (trend === undefined || measures.trend === trend) &&
    (minStrength === undefined || (measures.strength ?? -1) >= minStrength)
  );
}

/**
 * The stored weight below which no tie has the strength now: strength grows with weight alone. A
 * hair less than exact, because the measured strength decides.
 */
function leastLog2Weight(
  minStrength: number | undefined,
  now: Instant,
  { kappaDivisor, kappaScale, kappaExponent, halfLifeDays }: Model,
): number {
  if (minStrength === undefined || minStrength === 0) return -Infinity;
  const kappa = minStrength / (1 - minStrength);
  const log2Weight = Math.log2((kappa * kappaDivisor) / kappaScale) / kappaExponent;
  return log2Weight + now / MS_PER_DAY / halfLifeDays - 1e-6;
}
