const normalised = (words: string): string =>
  words.normalize("NFKC").trim().replace(/\s+/gu, " ").toLowerCase();

/** What two lists have in common but for case and spaces, in the words of the second; each once. */
export function commonWords(one: readonly string[], other: readonly string[]): string[] {
  const left = new Set(one.map(normalised));
  left.delete("");
  return other.filter((words) => left.delete(normalised(words)));
}
