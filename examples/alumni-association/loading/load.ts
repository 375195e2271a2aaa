import type { Kith } from "@kith/sdk";
import type { Declaration, Interaction, Person, Simulation } from "../simulation/simulate.ts";
import type { Progress } from "./progress.ts";

const PEOPLE_BATCH = 500;
const INTERACTION_BATCH = 2_500;
const TIES_AT_A_TIME = 8;

export interface Loaded {
  people: { created: number; updated: number; unchanged: number };
  interactions: { created: number; duplicates: number };
  ties: number;
}

/** Something of the simulation was refused: the two do not fit together, and somebody must know. */
export class Refused extends Error {}

/** People first, then what happened, then what some declared. Every step can be repeated. */
export async function load(
  kith: Kith,
  { people, interactions, declarations }: Omit<Simulation, "truth">,
  progress: Progress,
): Promise<Loaded> {
  return {
    people: await sendPeople(kith, people, progress.step("people", people.length)),
    interactions: await sendInteractions(
      kith,
      interactions,
      progress.step("interactions", interactions.length),
    ),
    ties: await declareTies(
      kith,
      declarations,
      progress.step("declared ties", declarations.length),
    ),
  };
}

async function sendPeople(kith: Kith, people: Person[], onSent: (count: number) => void) {
  const sum = { created: 0, updated: 0, unchanged: 0 };
  for (const batch of slices(people, PEOPLE_BATCH)) {
    const answer = await kith.people.upsertBatch(batch);
    refuse("person", batch, answer.rejected);
    sum.created += answer.created;
    sum.updated += answer.updated;
    sum.unchanged += answer.unchanged;
    onSent(batch.length);
  }
  return sum;
}

async function sendInteractions(
  kith: Kith,
  interactions: Interaction[],
  onSent: (count: number) => void,
) {
  const sum = { created: 0, duplicates: 0 };
  for (const batch of slices(interactions, INTERACTION_BATCH)) {
    const body = batch.map(({ from, to, occurredAt, ...rest }) => ({
      ...rest,
      from: `ext:${from}`,
      to: to.map((person) => `ext:${person}`),
      occurredAt: new Date(occurredAt).toISOString(),
    }));
    const answer = await kith.interactions.createBatch(body);
    refuse("interaction", batch, answer.rejected);
    sum.created += answer.created;
    sum.duplicates += answer.duplicates;
    onSent(batch.length);
  }
  return sum;
}

async function declareTies(
  kith: Kith,
  declarations: Declaration[],
  onSent: (count: number) => void,
): Promise<number> {
  const left = declarations.values();
  const work = async () => {
    for (const { from, to, ...declared } of left) {
      await kith.ties.update(`ext:${from}`, `ext:${to}`, declared);
      onSent(1);
    }
  };
  await Promise.all(Array.from({ length: TIES_AT_A_TIME }, work));
  return declarations.length;
}

interface Rejection {
  index: number;
  errors: { pointer: string; detail: string }[];
}

function refuse(
  what: string,
  batch: { externalId: string }[],
  rejected: readonly Rejection[],
): void {
  const [first] = rejected;
  if (!first) return;
  const reasons = first.errors.map(({ pointer, detail }) => `${pointer} ${detail}`).join("; ");
  const id = batch[first.index]?.externalId;
  throw new Refused(
    `Kith refused ${rejected.length} of these; the first: ${what} ${id}: ${reasons}`,
  );
}

function* slices<T>(list: T[], size: number): Generator<T[]> {
  for (let i = 0; i < list.length; i += size) yield list.slice(i, i + size);
}
