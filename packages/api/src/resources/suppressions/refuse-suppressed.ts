import type { TenantTx } from "@kith/db";
import { type FieldError, Problem } from "../../errors.ts";
import { hashIdentifier, type Identifier } from "./identifiers.ts";
import { findHashes, readErasureKeys } from "./queries.ts";

/** Those of the identifiers that belonged to an erased person, as what is wrong with the request. */
export async function suppressedAmong(
  tx: TenantTx,
  identifiers: readonly Identifier[],
): Promise<Map<Identifier, FieldError>> {
  const errors = new Map<Identifier, FieldError>();
  if (identifiers.length === 0) return errors;
  const keys = await readErasureKeys(tx);
  if (!keys) return errors;
  const hashes = identifiers.map((identifier) => hashIdentifier(keys.suppressionKey, identifier));
  const found = await findHashes(tx, hashes);
  for (const [index, identifier] of identifiers.entries()) {
    const hash = hashes[index] as string;
    if (!found.has(hash)) continue;
    const detail = `belonged to an erased person: leave it out, or lift the suppression ${hash} if they came back by their own wish`;
    errors.set(identifier, { pointer: identifier.pointer, detail, code: "suppressed" });
  }
  return errors;
}

export const suppressed = (errors: readonly FieldError[]): Problem =>
  new Problem("suppressed", "This names a person who was erased.", { errors });

export async function refuseSuppressed(
  tx: TenantTx,
  identifiers: readonly Identifier[],
): Promise<void> {
  const errors = await suppressedAmong(tx, identifiers);
  if (errors.size > 0) throw suppressed([...errors.values()]);
}
