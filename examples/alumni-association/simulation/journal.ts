import type { Calendar } from "./calendar.ts";
import type { Random } from "./random.ts";
import { pairKey } from "./tie-book.ts";

export type InteractionType =
  | "message"
  | "call"
  | "meeting"
  | "gathering"
  | "introduction"
  | "referral"
  | "lead"
  | "advice"
  | "feedback"
  | "mentoring"
  | "endorsement"
  | "knowledge"
  | "collaboration"
  | "support"
  | "thanks"
  | "congratulation"
  | "update"
  | "conflict"
  | "repair";

export interface Interaction {
  externalId: string;
  type: InteractionType;
  from: string;
  to: string[];
  /** Milliseconds since the epoch. */
  occurredAt: number;
  durationMinutes?: number;
  about?: { gathering: string };
  metadata?: Record<string, string>;
}

export interface Draft {
  type: InteractionType;
  from: string;
  to: string[];
  at: number;
  minutes?: number;
  about?: { gathering: string };
  metadata?: Record<string, string>;
}

/**
 * Where every process writes. It keeps the silences that were planted: a process need not know
 * that two people stopped talking, its entries between them are simply not taken.
 */
export interface Journal {
  /** `null` when nobody was left to receive it: what would have followed from it must not happen. */
  record(draft: Draft): Interaction | null;
  /** From `since` on the two are silent; of what would have been, the share `leak` still happens. */
  silencePair(x: string, y: string, since: number, leak?: number): void;
  /** From `since` on nobody contacts this person. */
  silenceInbound(person: string, since: number): void;
  /** Sorted by time, with their external ids. */
  seal(idPrefix: string): Interaction[];
}

export function createJournal(calendar: Calendar, random: Random): Journal {
  const entries: Interaction[] = [];
  const pairs = new Map<string, { since: number; leak: number }>();
  const inbound = new Map<string, number>();

  const reaches = (from: string, to: string, at: number): boolean => {
    if (from === to || at >= (inbound.get(to) ?? Number.POSITIVE_INFINITY)) return false;
    const silence = pairs.get(pairKey(from, to));
    return !silence || at < silence.since || random.chance(silence.leak);
  };

  return {
    record({ type, from, to, at, minutes, about, metadata }) {
      if (at < calendar.start || at >= calendar.end) return null;
      const reached = [...new Set(to)].filter((person) => reaches(from, person, at));
      if (reached.length === 0) return null;
      const entry: Interaction = {
        externalId: "",
        type,
        from,
        to: reached,
        occurredAt: at,
        ...(minutes !== undefined && { durationMinutes: minutes }),
        ...(about && { about }),
        ...(metadata && { metadata }),
      };
      entries.push(entry);
      return entry;
    },
    silencePair: (x, y, since, leak = 0) => pairs.set(pairKey(x, y), { since, leak }),
    silenceInbound: (person, since) => inbound.set(person, since),
    seal(idPrefix) {
      // The sort is stable: entries of one instant keep the order in which they were written.
      entries.sort((x, y) => x.occurredAt - y.occurredAt);
      for (const [i, entry] of entries.entries()) {
        entry.externalId = `${idPrefix}-${String(i + 1).padStart(6, "0")}`;
      }
      return entries;
    },
  };
}
