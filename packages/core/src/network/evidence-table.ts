import type { Day, Instant } from "../instant.ts";
import { A_HELPED_B, A_REACHED_B, B_HELPED_A, B_REACHED_A } from "../interaction/contact-days.ts";
import type { Model } from "../model/model.ts";
import type { PairEvidence } from "../tie/evidence.ts";
import { log2Add } from "../tie/log2-sum.ts";
import { grown } from "./columns.ts";

// The sums of one pair, side by side in one array.
const WEIGHT = 0;
const RECENT = 1;
const WEIGHT_AB = 2;
const WEIGHT_BA = 3;
const HELP_AB = 4;
const HELP_BA = 5;
const SUMS = 6;

const CONTACT_DAYS = 0;
const HELP_DAYS_AB = 1;
const HELP_DAYS_BA = 2;
const FIRST_DAY = 3;
const LAST_DAY = 4;
const COUNTS = 5;

const FIRST_CONTACT = 0;
const LAST_CONTACT = 1;
const LAST_AB = 2;
const LAST_BA = 3;
const LAST_CONFLICT = 4;
const LAST_REPAIR = 5;
const INSTANTS = 6;

/** The evidence of every pair in typed arrays, 116 bytes each; the same sums as `mergeEvidence`. */
export class EvidenceTable {
  readonly #model: Model;
  #sums = new Float64Array(64 * SUMS);
  #counts = new Int32Array(64 * COUNTS);
  #instants = new Float64Array(64 * INSTANTS);

  constructor(model: Model) {
    this.#model = model;
  }

  /** Makes a pair's evidence the empty one. */
  clear(pair: number): void {
    this.#sums = grown(this.#sums, (pair + 1) * SUMS);
    this.#counts = grown(this.#counts, (pair + 1) * COUNTS);
    this.#instants = grown(this.#instants, (pair + 1) * INSTANTS);
    this.#sums.fill(-Infinity, pair * SUMS, (pair + 1) * SUMS);
    this.#counts.fill(0, pair * COUNTS, (pair + 1) * COUNTS);
    this.#instants.fill(-Infinity, pair * INSTANTS, (pair + 1) * INSTANTS);
    this.#instants[pair * INSTANTS + FIRST_CONTACT] = Infinity;
  }

  /** Adds the new bits of a contact day that now has the given mask. */
  addDay(pair: number, day: Day, mask: number, added: number): void {
    const counts = pair * COUNTS;
    const log2 = day / this.#model.halfLifeDays;
    if (mask === added) {
      this.#addTo(pair * SUMS + WEIGHT, log2);
      this.#addTo(pair * SUMS + RECENT, day / this.#model.recentHalfLifeDays);
      const isFirst = this.#counts[counts + CONTACT_DAYS] === 0;
      const [first, last] = [this.#counts[counts + FIRST_DAY], this.#counts[counts + LAST_DAY]];
      this.#counts[counts + FIRST_DAY] = isFirst ? day : Math.min(first as number, day);
      this.#counts[counts + LAST_DAY] = isFirst ? day : Math.max(last as number, day);
      this.#count(counts + CONTACT_DAYS);
    }
    if (added & A_REACHED_B) this.#addTo(pair * SUMS + WEIGHT_AB, log2);
    if (added & B_REACHED_A) this.#addTo(pair * SUMS + WEIGHT_BA, log2);
    if (added & A_HELPED_B) {
      this.#addTo(pair * SUMS + HELP_AB, log2);
      this.#count(counts + HELP_DAYS_AB);
    }
    if (added & B_HELPED_A) {
      this.#addTo(pair * SUMS + HELP_BA, log2);
      this.#count(counts + HELP_DAYS_BA);
    }
  }

  /** Notes the moment of a contact by the side whose contact bit is in the mask. */
  contactAt(pair: number, at: Instant, mask: number): void {
    const first = pair * INSTANTS + FIRST_CONTACT;
    this.#instants[first] = Math.min(this.#instants[first] as number, at);
    this.#later(pair, LAST_CONTACT, at);
    this.#later(pair, mask & A_REACHED_B ? LAST_AB : LAST_BA, at);
  }

  frictionAt(pair: number, at: Instant, isRepair: boolean): void {
    this.#later(pair, isRepair ? LAST_REPAIR : LAST_CONFLICT, at);
  }

  /** The moment of the last interaction of any kind; -Infinity for none. */
  lastAt(pair: number): Instant {
    const of = (field: number) => this.#instants[pair * INSTANTS + field] as number;
    return Math.max(of(LAST_CONTACT), of(LAST_CONFLICT), of(LAST_REPAIR));
  }

  read(pair: number): PairEvidence {
    const sum = (field: number) => this.#sums[pair * SUMS + field] as number;
    const count = (field: number) => this.#counts[pair * COUNTS + field] as number;
    const instant = (field: number) => {
      const at = this.#instants[pair * INSTANTS + field] as number;
      return Number.isFinite(at) ? at : null;
    };
    const hasContact = count(CONTACT_DAYS) > 0;
    return {
      log2Weight: sum(WEIGHT),
      log2RecentWeight: sum(RECENT),
      log2WeightAb: sum(WEIGHT_AB),
      log2WeightBa: sum(WEIGHT_BA),
      log2HelpAb: sum(HELP_AB),
      log2HelpBa: sum(HELP_BA),
      contactDays: count(CONTACT_DAYS),
      helpDaysAb: count(HELP_DAYS_AB),
      helpDaysBa: count(HELP_DAYS_BA),
      firstDay: hasContact ? count(FIRST_DAY) : null,
      lastDay: hasContact ? count(LAST_DAY) : null,
      firstContactAt: instant(FIRST_CONTACT),
      lastContactAt: instant(LAST_CONTACT),
      lastAbAt: instant(LAST_AB),
      lastBaAt: instant(LAST_BA),
      lastConflictAt: instant(LAST_CONFLICT),
      lastRepairAt: instant(LAST_REPAIR),
    };
  }

  /** log2 of the pair's weight: its order is the order of strength at every moment. */
  log2Weight(pair: number): number {
    return this.#sums[pair * SUMS + WEIGHT] as number;
  }

  #addTo(place: number, log2: number): void {
    this.#sums[place] = log2Add(this.#sums[place] as number, log2);
  }

  #count(place: number): void {
    this.#counts[place] = (this.#counts[place] as number) + 1;
  }

  #later(pair: number, field: number, at: Instant): void {
    const place = pair * INSTANTS + field;
    this.#instants[place] = Math.max(this.#instants[place] as number, at);
  }
}
