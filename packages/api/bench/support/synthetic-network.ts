import { once } from "node:events";
import type { Writable } from "node:stream";
import { MS_PER_DAY } from "@kith/core";
import postgres from "postgres";
import { generator } from "./events.ts";

export interface NetworkSize {
  people: number;
  relationships: number;
}

/** A network as it was made: enough to draw searches from it. */
export interface SyntheticNetwork extends NetworkSize {
  /** Number of ties of each person. */
  degrees: Uint32Array;
  idOf(person: number): string;
  /** A person drawn by how many ties they have. */
  byDegree(random: () => number): number;
  /** The two ends of a tie drawn evenly. */
  anyTie(random: () => number): readonly [number, number];
}

const perGroup = 100;
export const roles = 50;
export const skills = 500;
export const organizationOf = (person: number): string =>
  `organization ${Math.floor(person / perGroup)}`;

/**
 * People with a heavy tail of popularity (Pareto, exponent 2.5) in organizations of 100: three of
 * five ties stay inside. The same at every run.
 */
export function makeNetwork({ people, relationships }: NetworkSize): SyntheticNetwork {
  const random = generator(7);
  const sums = new Float64Array(people + 1);
  for (let person = 0; person < people; person++) {
    sums[person + 1] = (sums[person] as number) + (1 - random()) ** (-1 / 2.5);
  }
  const draw = (from: number, to: number, share: number): number => {
    const [low, high] = [sums[from] as number, sums[to] as number];
    const place = low + share * (high - low);
    let [lower, upper] = [from, to];
    while (upper - lower > 1) {
      const middle = (lower + upper) >> 1;
      if ((sums[middle] as number) <= place) lower = middle;
      else upper = middle;
    }
    return lower;
  };
  const seen = new Set<number>();
  const [as, bs] = [new Uint32Array(relationships), new Uint32Array(relationships)];
  const degrees = new Uint32Array(people);
  while (seen.size < relationships) {
    const one = draw(0, people, random());
    const group = one - (one % perGroup);
    const other =
      random() < 0.6
        ? draw(group, Math.min(people, group + perGroup), random())
        : draw(0, people, random());
    const [a, b] = one < other ? [one, other] : [other, one];
    if (a === b || seen.has(a * people + b)) continue;
    as[seen.size] = a;
    bs[seen.size] = b;
    seen.add(a * people + b);
    degrees[a] = (degrees[a] as number) + 1;
    degrees[b] = (degrees[b] as number) + 1;
  }
  return {
    people,
    relationships,
    degrees,
    idOf,
    byDegree: (random) => draw(0, people, random()),
    anyTie: (random) => {
      const index = Math.floor(random() * relationships);
      return [as[index] as number, bs[index] as number];
    },
  };
}

// In no order that the network has, so that neighbours do not lie side by side in the tables.
const scrambled = (n: number) => Math.imul(n + 1, 0x9e3779b1) >>> 0;
const idOf = (person: number): string => {
  const hex = scrambled(person).toString(16).padStart(8, "0");
  return `01900000-${hex.slice(0, 4)}-7000-8000-${hex.slice(4)}${(person >>> 0).toString(16).padStart(8, "0")}`;
};

function profileOf(person: number) {
  const drawn = scrambled(person + 1);
  const [title, skill] = [`role ${drawn % roles}`, `skill ${drawn % skills}`];
  return { organization: organizationOf(person), title, skill };
}

/** Writes the network straight into a tenant's tables and brings the planner up to date. */
export async function seed(
  ownerUrl: string,
  tenantId: string,
  network: SyntheticNetwork,
  now: number,
): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    // Keys to people hold by construction; checking them row by row would take most of the time.
    await owner`set session_replication_role = replica`;
    const indexes = await owner<{ name: string; text: string }[]>`
      select indexname as name, indexdef as text from pg_indexes
      where schemaname = 'kith' and tablename = 'relationships' and indexname like '%\\_by\\_%'`;
    for (const { name } of indexes) await owner.unsafe(`drop index kith.${name}`);
    await copy(
      owner,
      "people (tenant_id, id, external_id, name, positions, skills, open_to_introduce)",
      people(),
    );
    await copy(owner, "person_search_keys (tenant_id, kind, key, person_id)", searchKeys());
    await copy(owner, `relationships (${columns})`, relationships());
    await copy(owner, "tie_declarations (tenant_id, from_id, to_id, paused)", pauses());
    for (const { text } of indexes) await owner.unsafe(text);
    await owner`vacuum analyze`;
  } finally {
    await owner.end();
  }

  function* people() {
    for (let person = 0; person < network.people; person++) {
      const isOpen = scrambled(person) % 10 > 0;
      const { organization, title, skill } = profileOf(person);
      const positions = JSON.stringify([{ organization, title, from: null, to: null }]);
      yield `${tenantId}\t${idOf(person)}\tp${person}\tPerson ${person}\t${positions}\t{"${skill}"}\t${isOpen}\n`;
    }
  }

  function* searchKeys() {
    for (let person = 0; person < network.people; person++) {
      const { organization, title, skill } = profileOf(person);
      const row = (kind: string, key: string) => `${tenantId}\t${kind}\t${key}\t${idOf(person)}\n`;
      yield row("organization", organization);
      yield row("title", title);
      yield row("skill", skill);
    }
  }

  function* relationships() {
    const random = generator(11);
    const today = now / MS_PER_DAY;
    const ends = pairs();
    for (const [one, other] of ends) {
      const days = Math.min(400, Math.floor((1 - random()) ** (-1 / 1.2)));
      const span = days === 1 ? 0.5 : 1 + random() * 1500;
      // Who met often was also seen lately, as a rule.
      const last = today - (random() ** 2 * 1500) / days - random();
      const spread = span / 365;
      const even = (1 - 2 ** -spread) / (spread * Math.LN2);
      const weight = last / 365 + Math.log2(days * even);
      const helped = random();
      const help = (share: number) => (helped < share ? weight - 2 : "-Infinity");
      const at = (day: number) => new Date(Math.floor(day * MS_PER_DAY)).toISOString();
      const [a, b] = one < other ? [one, other] : [other, one];
      yield `${[tenantId, a, b, weight, weight - 1, weight - 1, help(0.15), help(0.1), days, at(last - span), at(last), random() < 0.005].join("\t")}\n`;
    }
  }

  function* pauses() {
    const random = generator(13);
    for (const [one, other] of pairs()) {
      if (random() < 0.005) yield `${tenantId}\t${one}\t${other}\ttrue\n`;
    }
  }

  function* pairs() {
    for (let index = 0; index < network.relationships; index++) {
      const [a, b] = network.anyTie(() => (index + 0.5) / network.relationships);
      yield [idOf(a), idOf(b)] as const;
    }
  }
}

const columns = `tenant_id, a_id, b_id, log2_weight, log2_weight_ab, log2_weight_ba, log2_help_ab,
  log2_help_ba, contact_days, first_contact_at, last_contact_at, strained`;

async function copy(owner: postgres.Sql, into: string, rows: Iterable<string>): Promise<void> {
  const stream: Writable = await owner.unsafe(`copy kith.${into} from stdin`).writable();
  const done = once(stream, "finish");
  let chunk = "";
  for (const row of rows) {
    chunk += row;
    if (chunk.length < 65_536) continue;
    if (!stream.write(chunk)) await once(stream, "drain");
    chunk = "";
  }
  stream.end(chunk);
  await done;
}
