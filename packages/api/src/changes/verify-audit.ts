import type { Database, TenantTx } from "@kith/db";
import { countAfter, firstUpTo, nextSeal, readAnchor, readStretch } from "./queries/seals.ts";
import { checkSeal, type Fault, type Link, type Seal, type SealedEntry } from "./seal-chain.ts";

export interface Verification {
  /** The first row at fault; null when all is as it was sealed. */
  fault: Fault | null;
  seals: number;
  sealed: number;
  /** Entries after the last seal. */
  unsealed: number;
  /** Hash of the last seal. Whoever keeps it elsewhere can show that the chain was not cut or made anew. */
  head: string | null;
  /** Whether the hash that was asked for is that of a seal of the chain; null when none was. */
  knowsHead: boolean | null;
  /** Where the chain begins, once entries were deleted by age. */
  anchor: { number: number; keptFrom: number } | null;
}

/**
 * Holds all audit entries of a tenant against their seals, from the first that is kept, until one is
 * at fault.
 */
export async function verifyAudit(
  database: Database,
  tenantId: string,
  knownHead: string | null = null,
): Promise<Verification> {
  const begun = await database.withTenant(tenantId, readBeginning, { readOnly: true });
  const anchor = begun.anchor && { number: begun.anchor.number, keptFrom: begun.anchor.keptFrom };
  let before: Link | null = begun.anchor;
  let [sealed, seals] = [0, 0];
  const isKnown = ({ hash }: Link) => hash.toString("hex") === knownHead;
  let knowsHead = knownHead === null ? null : before !== null && isKnown(before);
  if (begun.fault) {
    return { fault: begun.fault, seals, sealed, unsealed: 0, head: null, knowsHead, anchor };
  }
  for (;;) {
    const stretch: Stretch = await readNext(database, tenantId, before);
    const head = before?.hash.toString("hex") ?? null;
    const result = { seals, sealed, head, knowsHead, anchor };
    if (!stretch.seal) return { fault: null, ...result, unsealed: stretch.unsealed };
    const { seal, entries } = stretch;
    const fault = checkSeal(tenantId, before, seal, entries);
    if (fault) return { fault, ...result, unsealed: 0 };
    if (isKnown(seal)) knowsHead = true;
    sealed += entries.length;
    seals += 1;
    before = seal;
  }
}

/** What was deleted by age must be gone: else somebody moved the beginning to hide what is there. */
async function readBeginning(tx: TenantTx) {
  const anchor = await readAnchor(tx);
  const entry = anchor && (await firstUpTo(tx, { xid: anchor.uptoXid, seq: anchor.uptoSeq }));
  const fault = entry ? { what: "entry added" as const, seal: anchor.number, entry } : null;
  return { anchor, fault };
}

type Stretch = { seal: Seal; entries: SealedEntry[] } | { seal: null; unsealed: number };

function readNext(database: Database, tenantId: string, before: Link | null): Promise<Stretch> {
  const after = before ? { xid: before.uptoXid, seq: before.uptoSeq } : { xid: "0", seq: "0" };
  const read = async (tx: TenantTx): Promise<Stretch> => {
    const seal = await nextSeal(tx, before?.number ?? 0);
    if (!seal) return { seal, unsealed: await countAfter(tx, after) };
    const upTo = { xid: seal.uptoXid, seq: seal.uptoSeq };
    return { seal, entries: await readStretch(tx, { after, upTo, limit: null }) };
  };
  return database.withTenant(tenantId, read, { readOnly: true });
}
