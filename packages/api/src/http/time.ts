/** Epoch milliseconds -> RFC 3339 in UTC. */
export const toIso = (at: number): string => new Date(at).toISOString();

export const toIsoOrNull = (at: number | null): string | null => (at === null ? null : toIso(at));

/** RFC 3339 (already validated by the schema) -> epoch milliseconds. */
export const fromIso = (text: string): number => Date.parse(text);
