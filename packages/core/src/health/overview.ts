import { type HealthBand, type HealthReading, healthBands } from "./dimension.ts";
import { type HealthDimensionName, healthDimensionNames, type Readings } from "./health.ts";

/** One person's readings, for an overview of many. */
export interface OverviewPerson {
  /** What the person is counted under; null for nothing known. Nobody is in two groups. */
  readonly group: string | null;
  readonly readings: Readings;
}

export interface OverviewOptions {
  /** No figure is about fewer people than this. */
  readonly floor: number;
}

/** The least number of people that a figure may be about. */
export const overviewFloor = 10;

export interface OverviewDimension {
  /** Of all people of the group: rounded, and never said to be none or all of them. */
  readonly shares: Readonly<Record<HealthBand, number>>;
  /** The mean of the middle half of the known values, at least `floor`, rounded; null for fewer. */
  readonly median: number | null;
}

export type OverviewFigures = Readonly<Record<HealthDimensionName, OverviewDimension>>;

export interface OverviewGroup {
  /** Null for everybody else: who is in no group, or in one that is too small. */
  readonly group: string | null;
  readonly people: number;
  readonly dimensions: OverviewFigures;
}

export interface Overview {
  readonly people: number;
  /** Null with fewer people than the floor. */
  readonly dimensions: OverviewFigures | null;
  readonly groups: readonly OverviewGroup[];
}

/**
 * The health of many networks, such that nothing about any one person can be derived.
 *
 *   1. Everybody is in exactly one group. Groups below the floor are put together as everybody else;
 *      if these are still too few, the smallest group joins them, and so on.
 *   2. Figures are made of each group on its own: shares in steps of 1/10 (1/20 from 40 people on)
 *      held within one step of 0 and 1, so that one person more or less of a band never shows in a
 *      group where all are alike; the middle value over at least `floor` people, in steps of 1/4 (or whole people; half of that
 *      from twenty values on).
 *   3. The figures of all are made from those of the groups, and of nothing else. So there is nothing
 *      to subtract: a total knows no more than its published parts.
 *
 * The groups of one tenant must always be made in the same way: two different divisions of the same
 * people could be subtracted from each other. Source: threshold, rounding and complementary
 * suppression of Hundepool et al. 2012, Statistical Disclosure Control.
 */
export function healthOverview(
  people: readonly OverviewPerson[],
  { floor }: OverviewOptions = { floor: overviewFloor },
): Overview {
  const groups = divide(people, floor).map(([group, members]) => ({
    group,
    people: members.length,
    dimensions: perDimension((name) => figuresOf(members, name, floor)),
  }));
  const count = groups.reduce((sum, { people }) => sum + people, 0);
  const dimensions = groups.length === 0 ? null : perDimension((name) => together(groups, name));
  return { people: people.length, dimensions: count < floor ? null : dimensions, groups };
}

type Divided = [group: string | null, members: OverviewPerson[]];

/** Groups of at least the floor, the largest first, everybody else last; none when all are too few. */
function divide(people: readonly OverviewPerson[], floor: number): Divided[] {
  const named = Map.groupBy(people, ({ group }) => group);
  const rest = named.get(null) ?? [];
  named.delete(null);
  const sorted = [...named].sort(
    ([x, xs], [y, ys]) => ys.length - xs.length || ((x ?? "") < (y ?? "") ? -1 : 1),
  );
  while (sorted.length > 0) {
    const smallest = sorted[sorted.length - 1] as Divided;
    const isEnough = smallest[1].length >= floor;
    if (isEnough && (rest.length === 0 || rest.length >= floor)) break;
    rest.push(...smallest[1]);
    sorted.pop();
  }
  const others: Divided[] = rest.length >= floor ? [[null, rest]] : [];
  return [...(sorted as Divided[]), ...others];
}

function figuresOf(
  members: readonly OverviewPerson[],
  name: HealthDimensionName,
  floor: number,
): OverviewDimension {
  const readings = members.map(({ readings }) => readings[name]);
  const step = members.length < 40 ? 0.1 : 0.05;
  const share = (band: HealthBand) =>
    coarse(readings.filter((reading) => reading.band === band).length / readings.length, step);
  return {
    shares: Object.fromEntries(healthBands.map((band) => [band, share(band)])) as Record<
      HealthBand,
      number
    >,
    median: middle(readings, floor, counts.has(name)),
  };
}

/** In whole steps, and within one of them from either end. */
const coarse = (share: number, step: number): number =>
  tidy(Math.min(1 - step, Math.max(step, Math.round(share / step) * step)));

/**
 * The mean of the middle half of the values, of at least the floor: near the median, and nobody's
 * own. Rounded to more than any one person can move it, where values lie in [0, 1].
 */
function middle(
  readings: readonly HealthReading[],
  floor: number,
  isCount: boolean,
): number | null {
  const values = readings.flatMap(({ value }) => value ?? []).sort((x, y) => x - y);
  if (values.length < floor) return null;
  const half = Math.max(floor, Math.ceil(values.length / 2));
  // One more where that is needed to leave as many below as above.
  const taken = half + ((values.length - half) % 2);
  const from = (values.length - taken) / 2;
  const sum = values.slice(from, from + taken).reduce((x, y) => x + y, 0);
  const step = (isCount ? 4 : 1) * (taken < 20 ? 0.25 : 0.125);
  return tidy(Math.round(sum / taken / step) * step);
}

const counts: ReadonlySet<HealthDimensionName> = new Set(["quality", "reciprocity", "diversity"]);

/** What the published figures of the groups say of all of them. */
function together(groups: readonly OverviewGroup[], name: HealthDimensionName): OverviewDimension {
  const count = groups.reduce((sum, { people }) => sum + people, 0);
  const share = (band: HealthBand) =>
    groups.reduce((sum, g) => sum + g.people * g.dimensions[name].shares[band], 0) / count;
  const medians = groups
    .flatMap(({ people, dimensions }) => {
      const { median } = dimensions[name];
      return median === null ? [] : [{ people, median }];
    })
    .sort((x, y) => x.median - y.median);
  const known = medians.reduce((sum, { people }) => sum + people, 0);
  let below = 0;
  let median: number | null = null;
  for (const each of medians) {
    below += each.people;
    median = each.median;
    if (below >= known / 2) break;
  }
  return {
    shares: Object.fromEntries(
      healthBands.map((band) => [band, tidy(Math.round(share(band) * 100) / 100)]),
    ) as Record<HealthBand, number>,
    median,
  };
}

const tidy = (value: number): number => Math.round(value * 1000) / 1000;

const perDimension = <T>(of: (name: HealthDimensionName) => T): Record<HealthDimensionName, T> =>
  Object.fromEntries(healthDimensionNames.map((name) => [name, of(name)])) as Record<
    HealthDimensionName,
    T
  >;
