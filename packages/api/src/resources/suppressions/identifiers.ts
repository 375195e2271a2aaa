import { createHmac } from "node:crypto";

/** What a person is recognised by from outside. */
export interface Identifier {
  kind: "externalId" | "email";
  value: string;
  /** Where in the request it stands. */
  pointer: string;
}

/** Addresses differ by case and Unicode form without being others; external ids are exact. */
const comparable = ({ kind, value }: Pick<Identifier, "kind" | "value">): string =>
  kind === "email" ? value.normalize("NFKC").trim().toLowerCase() : value;

/** Keyed, because there are too few names and addresses for a plain hash to hide one. */
export const hashIdentifier = (
  key: Buffer,
  identifier: Pick<Identifier, "kind" | "value">,
): string =>
  createHmac("sha256", key)
    .update(`${identifier.kind}:${comparable(identifier)}`)
    .digest("hex");

export function identifiersOf(
  { externalId, emails }: { externalId?: string | null; emails?: readonly string[] },
  known: { externalId: string | null; emails: readonly string[] } = {
    externalId: null,
    emails: [],
  },
): Identifier[] {
  const email = (value: string) => comparable({ kind: "email", value });
  const had = new Set(known.emails.map(email));
  return [
    ...(typeof externalId === "string" && externalId !== known.externalId
      ? [{ kind: "externalId" as const, value: externalId, pointer: "/externalId" }]
      : []),
    ...(emails ?? []).flatMap((value, index) =>
      had.has(email(value)) ? [] : [{ kind: "email" as const, value, pointer: `/emails/${index}` }],
    ),
  ];
}

export const sameEmail = (x: string, y: string): boolean =>
  comparable({ kind: "email", value: x }) === comparable({ kind: "email", value: y });
