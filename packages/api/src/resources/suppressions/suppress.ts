import { generateKeyPairSync, randomBytes } from "node:crypto";
import type { TenantTx } from "@kith/db";
import { hashIdentifier, type Identifier } from "./identifiers.ts";
import {
  type ErasureKeys,
  insertErasureKeys,
  insertSuppressions,
  readErasureKeys,
} from "./queries.ts";

export function newErasureKeys(): ErasureKeys {
  const { privateKey } = generateKeyPairSync("ed25519");
  const signingKey = privateKey.export({ type: "pkcs8", format: "der" });
  return { suppressionKey: randomBytes(32), signingKey };
}

/** The tenant's keys, made now if these are the first to be asked for. */
export async function requireErasureKeys(tx: TenantTx): Promise<ErasureKeys> {
  const stored = await readErasureKeys(tx);
  if (stored) return stored;
  await insertErasureKeys(tx, newErasureKeys());
  const keys = await readErasureKeys(tx);
  if (!keys) throw new Error("the keys just written are gone");
  return keys;
}

/** Keeps identifiers from coming back. */
export async function suppress(
  tx: TenantTx,
  identifiers: readonly Pick<Identifier, "kind" | "value">[],
  { receiptId, at }: { receiptId: string | null; at: number },
): Promise<void> {
  const { suppressionKey } = await requireErasureKeys(tx);
  for (const kind of ["externalId", "email"] as const) {
    const hashes = identifiers
      .filter((identifier) => identifier.kind === kind)
      .map((identifier) => hashIdentifier(suppressionKey, identifier));
    if (hashes.length > 0) {
      await insertSuppressions(tx, { hashes: [...new Set(hashes)], kind, receiptId, at });
    }
  }
}
