import type { Day } from "../instant.ts";
import { placeOf } from "./columns.ts";

/**
 * The set of contact days of every pair: (pair, day) -> mask, a hash table with open addressing in
 * typed arrays (9 bytes a place, at most half full). Nothing is removed; a mask may become 0 again.
 */
export class ContactDayTable {
  #pairs = new Int32Array(64).fill(-1);
  #days = new Int32Array(64);
  #masks = new Uint8Array(64);
  #count = 0;

  /** The mask of a day; 0 when there was no contact. */
  get(pair: number, day: Day): number {
    return this.#masks[this.#find(pair, day)] as number;
  }

  set(pair: number, day: Day, mask: number): void {
    let place = this.#find(pair, day);
    if (this.#pairs[place] === -1) {
      if (2 * (this.#count + 1) > this.#pairs.length) {
        this.#double();
        place = this.#find(pair, day);
      }
      this.#count += 1;
      this.#pairs[place] = pair;
      this.#days[place] = day;
    }
    this.#masks[place] = mask;
  }

  #find(pair: number, day: Day): number {
    const size = this.#pairs.length;
    let place = placeOf(pair, day, size);
    while (this.#pairs[place] !== -1) {
      if (this.#pairs[place] === pair && this.#days[place] === day) break;
      place = (place + 1) & (size - 1);
    }
    return place;
  }

  #double(): void {
    const [pairs, days, masks] = [this.#pairs, this.#days, this.#masks];
    this.#pairs = new Int32Array(2 * pairs.length).fill(-1);
    this.#days = new Int32Array(2 * pairs.length);
    this.#masks = new Uint8Array(2 * pairs.length);
    for (let old = 0; old < pairs.length; old++) {
      if (pairs[old] === -1) continue;
      const place = this.#find(pairs[old] as number, days[old] as number);
      this.#pairs[place] = pairs[old] as number;
      this.#days[place] = days[old] as number;
      this.#masks[place] = masks[old] as number;
    }
  }
}
