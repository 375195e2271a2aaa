import { createHash } from "node:crypto";

/** An audit entry as its seal sees it: every column, in PostgreSQL's own text where that is exact. */
export interface SealedEntry {
  tenantId: string;
  xid: string;
  seq: string;
  id: string;
  actorKind: string;
  actorId: string | null;
  operation: string;
  outcome: string;
  objectKind: string;
  objectId: string | null;
  relatedId: string | null;
  objectCount: number;
  requestId: string | null;
  /** Microseconds since the epoch. */
  recordedAt: string;
}

export interface Seal {
  number: number;
  /** For each entry 48 bytes: xid, seq, and the SHA-256 of the entry. */
  leaves: Buffer;
  uptoXid: string;
  uptoSeq: string;
  hash: Buffer;
}

/** What the next seal needs of the one before. */
export type Link = Omit<Seal, "leaves">;

/** What shows that somebody tampered: the first row at fault, and how. */
export interface Fault {
  what: "seal missing" | "seal altered" | "entry missing" | "entry altered" | "entry added";
  seal: number;
  /** The place of the entry. */
  entry: { xid: string; seq: string } | null;
}

const leafSize = 48;

export function leafOf(entry: SealedEntry): Buffer {
  const leaf = Buffer.alloc(leafSize);
  leaf.writeBigUInt64BE(BigInt(entry.xid), 0);
  leaf.writeBigInt64BE(BigInt(entry.seq), 8);
  const { tenantId, xid, seq, id, actorKind, actorId, operation, outcome } = entry;
  const { objectKind, objectId, relatedId, objectCount, requestId, recordedAt } = entry;
  const what = [actorKind, actorId, operation, outcome, objectKind, objectId, relatedId];
  const canonical = JSON.stringify([
    ...[tenantId, xid, seq, id, ...what],
    ...[objectCount, requestId, recordedAt],
  ]);
  createHash("sha256").update(canonical).digest().copy(leaf, 16);
  return leaf;
}

/** The hash of a seal: over the one before, so that none can be changed without all that follow. */
export function sealHash(
  tenantId: string,
  before: Buffer | null,
  { number, leaves, uptoXid, uptoSeq }: Omit<Seal, "hash">,
): Buffer {
  return createHash("sha256")
    .update(JSON.stringify(["kith-audit-1", tenantId, number, uptoXid, uptoSeq]))
    .update(before ?? Buffer.alloc(32))
    .update(leaves)
    .digest();
}

/** Closes over entries that no other can precede any more, in the order (xid, seq). */
export function makeSeal(
  tenantId: string,
  before: Pick<Seal, "number" | "hash"> | null,
  entries: readonly SealedEntry[],
): Seal {
  const last = entries.at(-1);
  if (!last) throw new Error("a seal needs an entry");
  const seal = {
    number: (before?.number ?? 0) + 1,
    leaves: Buffer.concat(entries.map(leafOf)),
    uptoXid: last.xid,
    uptoSeq: last.seq,
  };
  return { ...seal, hash: sealHash(tenantId, before?.hash ?? null, seal) };
}

/** Holds a seal, and the entries that are in its stretch now, against each other. */
export function checkSeal(
  tenantId: string,
  before: Pick<Seal, "number" | "hash"> | null,
  seal: Seal,
  entries: readonly SealedEntry[],
): Fault | null {
  const number = (before?.number ?? 0) + 1;
  const fault = (what: Fault["what"], entry: Fault["entry"] = null) => ({
    ...{ what, seal: number, entry },
  });
  if (seal.number !== number) return fault("seal missing");
  if (!sealHash(tenantId, before?.hash ?? null, seal).equals(seal.hash)) {
    return fault("seal altered");
  }
  const found = entries.map(leafOf);
  const count = seal.leaves.length / leafSize;
  for (let index = 0; index < Math.max(count, found.length); index++) {
    const leaf = seal.leaves.subarray(index * leafSize, (index + 1) * leafSize);
    const now = found[index];
    if (now?.equals(leaf)) continue;
    if (!now) return fault("entry missing", placeOf(leaf));
    if (leaf.length === 0) return fault("entry added", placeOf(now));
    const order = Buffer.compare(now.subarray(0, 16), leaf.subarray(0, 16));
    if (order < 0) return fault("entry added", placeOf(now));
    return fault(order > 0 ? "entry missing" : "entry altered", placeOf(leaf));
  }
  return null;
}

const placeOf = (leaf: Buffer) => ({
  xid: String(leaf.readBigUInt64BE(0)),
  seq: String(leaf.readBigInt64BE(8)),
});
