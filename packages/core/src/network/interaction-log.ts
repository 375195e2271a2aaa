import type { Instant } from "../instant.ts";
import type { Interaction } from "../interaction/interaction.ts";
import { grown } from "./columns.ts";

const NONE = -1;

type Kind = Pick<Interaction, "type" | "category">;

/** Every interaction, a row each in typed arrays, chained per pair. */
export class InteractionLog {
  readonly #kinds: Kind[] = [];
  readonly #kindNumbers = new Map<string, number>();
  readonly #eventIds: (string | undefined)[] = [];
  #firstRow = new Int32Array(64);
  #pair = new Int32Array(64);
  #next = new Int32Array(64);
  #kind = new Uint16Array(64);
  #outward = new Uint8Array(64);
  #at = new Float64Array(64);
  #rows = 0;

  /** Makes room for a new pair. */
  addPair(pair: number): void {
    this.#firstRow = grown(this.#firstRow, pair + 1);
    this.#firstRow[pair] = NONE;
  }

  /** Appends an interaction of a pair; answers its row. */
  append(pair: number, interaction: Interaction): number {
    const row = this.#rows;
    this.#rows += 1;
    this.#pair = grown(this.#pair, this.#rows);
    this.#next = grown(this.#next, this.#rows);
    this.#kind = grown(this.#kind, this.#rows);
    this.#outward = grown(this.#outward, this.#rows);
    this.#at = grown(this.#at, this.#rows);
    this.#pair[row] = pair;
    this.#next[row] = this.#firstRow[pair] as number;
    this.#firstRow[pair] = row;
    this.#kind[row] = this.#kindOf(interaction);
    this.#outward[row] = interaction.from < interaction.to ? 1 : 0;
    this.#at[row] = interaction.occurredAt;
    this.#eventIds[row] = interaction.id;
    return row;
  }

  pairOfRow(row: number): number {
    return this.#pair[row] as number;
  }

  /** Takes a row out of its pair's chain. */
  remove(row: number): void {
    const pair = this.pairOfRow(row);
    const next = this.#next[row] as number;
    let before = this.#firstRow[pair] as number;
    if (before === row) {
      this.#firstRow[pair] = next;
      return;
    }
    while (this.#next[before] !== row) before = this.#next[before] as number;
    this.#next[before] = next;
  }

  hasAny(pair: number): boolean {
    return this.#firstRow[pair] !== NONE;
  }

  /** The moments of a pair's interactions, in no order. */
  *moments(pair: number): Iterable<Instant> {
    for (let row = this.#firstRow[pair]; row !== NONE; row = this.#next[row as number]) {
      yield this.#at[row as number] as number;
    }
  }

  /** The interactions of a pair of people a < b up to a moment, in order of time. */
  read(pair: number, a: string, b: string, until: Instant = Infinity): Interaction[] {
    const rows: number[] = [];
    for (let row = this.#firstRow[pair]; row !== NONE; row = this.#next[row as number]) {
      if ((this.#at[row as number] as number) <= until) rows.push(row as number);
    }
    // Rows of one moment keep the order in which they arrived.
    rows.sort((x, y) => (this.#at[x] as number) - (this.#at[y] as number) || x - y);
    return rows.map((row) => {
      const id = this.#eventIds[row];
      const ends = this.#outward[row] ? { from: a, to: b } : { from: b, to: a };
      const kind = this.#kinds[this.#kind[row] as number] as Kind;
      const event = { ...kind, ...ends, occurredAt: this.#at[row] as number };
      return id === undefined ? event : { id, ...event };
    });
  }

  #kindOf({ type, category }: Interaction): number {
    const key = category === undefined ? type : `\u0000${category}\u0000${type}`;
    let kind = this.#kindNumbers.get(key);
    if (kind === undefined) {
      kind = this.#kinds.length;
      if (kind > 0xffff) {
        throw new RangeError("A network holds at most 65,536 types of interaction.");
      }
      this.#kinds.push(category === undefined ? { type } : { type, category });
      this.#kindNumbers.set(key, kind);
    }
    return kind;
  }
}
