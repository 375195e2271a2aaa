import type { Database, TenantTx } from "@kith/db";
import { countAfter, nextSeal, readStretch } from "./queries/seals.ts";
import { checkSeal, type Fault, type Seal, type SealedEntry } from "./seal-chain.ts";

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
}

/** Holds all audit entries of a tenant against their seals, from the first, until one is at fault. */
export async function verifyAudit(
  database: Database,
  tenantId: string,
  knownHead: string | null = null,
): Promise<Verification> {
  let before: Seal | null = null;
  let [sealed, seals] = [0, 0];
  let knowsHead = knownHead === null ? null : false;
  for (;;) {
    const stretch: Stretch = await readNext(database, tenantId, before);
    const result = { seals, sealed, head: before?.hash.toString("hex") ?? null, knowsHead };
    if (!stretch.seal) return { fault: null, ...result, unsealed: stretch.unsealed };
    const { seal, entries } = stretch;
    const fault = checkSeal(tenantId, before, seal, entries);
    if (fault) return { fault, ...result, unsealed: 0 };
    if (seal.hash.toString("hex") === knownHead) knowsHead = true;
    sealed += entries.length;
    seals += 1;
    before = seal;
  }
}

type Stretch = { seal: Seal; entries: SealedEntry[] } | { seal: null; unsealed: number };

function readNext(database: Database, tenantId: string, before: Seal | null): Promise<Stretch> {
  const after = before ? { xid: before.uptoXid, seq: before.uptoSeq } : { xid: "0", seq: "0" };
  const read = async (tx: TenantTx): Promise<Stretch> => {
    const seal = await nextSeal(tx, before?.number ?? 0);
    if (!seal) return { seal, unsealed: await countAfter(tx, after) };
    const upTo = { xid: seal.uptoXid, seq: seal.uptoSeq };
    return { seal, entries: await readStretch(tx, { after, upTo, limit: null }) };
  };
  return database.withTenant(tenantId, read, { readOnly: true });
}
