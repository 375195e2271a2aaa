import type { Kith, Tie } from "@kith/sdk";
import { warmPath } from "./warm-path.ts";

const ACTIVE_PEOPLE = 20;
const TIES_EACH = 10;
const OLD_DAYS = 30;

/** A tie with the people in the file's own words. */
interface NamedTie {
  from: string;
  to: string;
  tie: Tie;
}

export interface Question {
  /** Rows by person, as in the file. */
  activity: Map<string, number>;
  prefix: string;
  /** Milliseconds since the epoch: everything is measured at this time, not today. */
  at: number;
  epochOffset: number;
  now: number;
}

/** Asks Kith what it sees in the data that was sent, and writes it in plain lines. */
export async function report(
  kith: Kith,
  { activity, prefix, at, epochOffset, now }: Question,
  write: (line: string) => void,
): Promise<void> {
  const active = [...activity]
    .sort(([x, m], [y, n]) => n - m || (x < y ? -1 : 1))
    .slice(0, ACTIVE_PEOPLE)
    .map(([id]) => `${prefix}${id}`);
  const ties = await tiesOf(kith, active, at);
  const day = new Date(at).toISOString();

  write(`\nThe ten strongest ties, measured at ${day} (the last row of the file)`);
  write(`of the ${active.length} most active people (those in most rows, sending or receiving):`);
  for (const named of ties.slice(0, 10)) write(`  ${describe(named)}`);

  const cooling = ties.filter(({ tie }) => tie.trend === "cooling");
  write(`\nWho is cooling (${cooling.length} of these ${ties.length} ties; the strongest first):`);
  for (const { from, to, tie } of cooling.slice(0, 5)) {
    const silent = Math.floor((at - Date.parse(tie.evidence.lastContactAt ?? "")) / 86_400_000);
    const rhythm = tie.cadence.expectedDays?.toFixed(0);
    write(`  ${from} and ${to}: silent for ${silent} days, used to be every ${rhythm} days`);
  }
  if (cooling.length === 0) write("  nobody");

  write("\nA warm path, as things stand today:");
  const known = ties.flatMap(({ from, to }) => [from, to]);
  for (const line of await warmPath(kith, active[0] ?? "", known)) write(`  ${line}`);
  const age = Math.round((now - at) / 1000);
  if (age > OLD_DAYS * 86_400) {
    write(
      `  (The file ended long ago, so its ties are out of use by now. To see paths as if it ended`,
    );
    write(`  today, load it into another tenant with --epoch-offset ${epochOffset + age}.)`);
  }
}

/** The strongest ties of these people, each pair once, strongest first. */
async function tiesOf(kith: Kith, people: string[], at: number): Promise<NamedTie[]> {
  const pairs = new Map<string, [string, string]>();
  for (const from of people) {
    // The order by strength is the same at any time, so today's list serves.
    const { data } = await kith.ties.list(`ext:${from}`, { sort: "strength", limit: TIES_EACH });
    for (const { person } of data) {
      if (person.externalId === null) continue;
      const [a, b] =
        from < person.externalId ? [from, person.externalId] : [person.externalId, from];
      pairs.set(JSON.stringify([a, b]), [a, b]);
    }
  }
  const found: NamedTie[] = [];
  const left = [...pairs.values()];
  const work = async () => {
    for (let pair = left.pop(); pair; pair = left.pop()) {
      const [from, to] = pair;
      const tie = await kith.ties.get(`ext:${from}`, `ext:${to}`, {
        at: new Date(at).toISOString(),
      });
      found.push({ from, to, tie });
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return found.sort(
    (x, y) => (y.tie.strength ?? 0) - (x.tie.strength ?? 0) || (x.from < y.from ? -1 : 1),
  );
}

function describe({ from, to, tie }: NamedTie): string {
  const { strength, band, trend, evidence, contactProbability } = tie;
  const chance = contactProbability.days90 ?? 0;
  return [
    `${from} and ${to}`.padEnd(24),
    `strength ${(strength ?? 0).toFixed(3)}`,
    `${band}, ${trend}`.padEnd(18),
    `${evidence.contactDays} days of contact`,
    `contact within 90 days: ${chance > 0.99 ? "over 99" : Math.round(100 * chance)} %`,
  ].join("  ");
}
