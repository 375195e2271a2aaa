/**
 * A term (a skill, an interest, a name of an organization) as it is compared: compatibility forms
 * unified, marks (accents, vowel points) stripped, lower-case, one space between words.
 * "  Zoë ÅNGSTRÖM" and "zoe angstrom" are the same. Idempotent. Source: Unicode Standard, 3.13
 * (compatibility caseless matching), marks aside.
 */
export function foldTerm(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

/** What two lists have in common as terms, in the words of the second; each once. */
export function commonTerms(one: readonly string[], other: readonly string[]): string[] {
  const left = new Set(one.map(foldTerm));
  left.delete("");
  return other.filter((text) => left.delete(foldTerm(text)));
}
