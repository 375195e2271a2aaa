/** An unordered pair of people, stored with `a < b` so that it has one spelling. */
export interface Pair {
  readonly a: string;
  readonly b: string;
}

/** Which of the two people of a pair is meant. */
export type Side = "a" | "b";

/** The pair of two different people. Ids are compared by UTF-16 code units, as `<` does. */
export function pairOf(one: string, other: string): Pair {
  if (one === other) {
    throw new RangeError(
      `A relationship has two different people, but both ids are "${one}". Leave interactions with oneself out.`,
    );
  }
  return one < other ? { a: one, b: other } : { a: other, b: one };
}

/** The side on which `from` stands in its pair with `to`. */
export function sideOf(from: string, to: string): Side {
  return pairOf(from, to).a === from ? "a" : "b";
}
