import { foldTerm } from "@kith/core";
import { heldDays } from "./held-days.ts";
import type { Profile } from "./profile.ts";

export type SearchKind =
  | "name"
  | "email"
  | "organization"
  | "title"
  | "skill"
  | "interest"
  | "value";

export interface SearchKey {
  kind: SearchKind;
  key: string;
  /** The days on which it is so, as an int4multirange of `dayNumber`; null: on any. */
  held: string | null;
}

/** What is looked for. */
export type WantedKey = Pick<SearchKey, "kind" | "key">;

// A key column holds 1,000 bytes, and a character at most 4.
const maxKeyCharacters = 250;

const cut = (text: string): string =>
  text.length <= maxKeyCharacters ? text : Array.from(text).slice(0, maxKeyCharacters).join("");

/** Text as it is looked for: as terms are compared, as far as a key can hold it. */
export const normalise = (text: string): string => cut(foldTerm(text));

/** The words of a normalised text: runs of letters and digits, or all of it when it has none. */
function wordsOf(normalised: string): string[] {
  const words = normalised.match(/[\p{L}\p{N}]+/gu);
  if (words) return words;
  return normalised === "" ? [] : [normalised];
}

/** One word of a search: each of `words` must begin a word of the name, or `whole` an address. */
export interface SearchTerm {
  words: string[];
  whole: string;
}

export function searchTerms(q: string): SearchTerm[] {
  return normalise(q)
    .split(" ")
    .filter((whole) => whole !== "")
    .map((whole) => ({ whole, words: wordsOf(whole) }));
}

/** Everything by which a person is found; each key once, in a fixed order. */
export function searchKeys(profile: Omit<Profile, "openToIntroduce">): SearchKey[] {
  const keys = new Map<string, { kind: SearchKind; key: string; spans: (string | null)[] }>();
  const add = (kind: SearchKind, key: string, span: string | null = null) => {
    if (key === "") return;
    const known = keys.get(`${kind} ${key}`);
    if (known) known.spans.push(span);
    else keys.set(`${kind} ${key}`, { kind, key, spans: [span] });
  };
  const name = normalise(profile.name ?? "");
  add("name", name);
  for (const part of name.split(" ")) for (const word of wordsOf(part)) add("name", word);
  for (const email of profile.emails) add("email", normalise(email));
  for (const position of profile.positions) {
    const span = heldDays(position);
    add("organization", normalise(position.organization), span);
    add("title", normalise(position.title ?? ""), span);
  }
  for (const skill of profile.skills) add("skill", normalise(skill));
  for (const interest of profile.interests) add("interest", normalise(interest));
  for (const value of profile.values) add("value", normalise(value));
  return [...keys.values()]
    .map(({ kind, key, spans }) => {
      const held = spans.includes(null) ? null : `{${spans.join()}}`;
      return { kind, key, held };
    })
    .sort((x, y) => (`${x.kind} ${x.key}` < `${y.kind} ${y.key}` ? -1 : 1));
}
