import type { HelpAudience } from "@kith/core";

type Given<T> = { [F in keyof T]: Exclude<T[F], undefined> };

/** Only the fields that were given. */
export const given = <T extends object>(fields: T): Partial<Given<T>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;

/** An audience as it is stored. */
export const storedAudience = ({ audience, circles, people }: HelpAudience) => ({
  audience,
  circles: [...circles],
  people: [...people],
});
