import type { Database } from "@kith/db";
import { sealEntries } from "../changes/seal-entries.ts";
import { verifyAudit } from "../changes/verify-audit.ts";
import { requireId } from "../http/ids.ts";
import { toIso } from "../http/time.ts";

/** `pnpm kith audit seal <tenant>` */
export async function sealCommand(database: Database, tenant: string, now: number): Promise<void> {
  const id = requireId("tenant", tenant, "<tenant>");
  const { sealed, isDone } = await sealEntries(database, id, now);
  console.log(sealed === 0 ? "Nothing to seal." : `Sealed ${sealed} audit entries.`);
  if (!isDone) console.log("Later ones wait for transactions that are under way.");
}

/** `pnpm kith audit verify <tenant> [--head <hash>]`; throws where something is at fault. */
export async function verifyCommand(
  database: Database,
  tenant: string,
  knownHead: string | null,
): Promise<void> {
  const found = await verifyAudit(database, requireId("tenant", tenant, "<tenant>"), knownHead);
  console.log(`${found.seals} seals over ${found.sealed} audit entries are as they were made.`);
  if (found.fault) {
    const { what, seal, entry } = found.fault;
    const where = entry ? `, entry (xid ${entry.xid}, seq ${entry.seq})` : "";
    throw new Error(`Tampered with: ${what}, in seal ${seal}${where}.`);
  }
  const begins = found.anchor && `after seal ${found.anchor.number}`;
  if (begins && found.anchor) {
    const before = toIso(found.anchor.keptFrom);
    console.log(
      `The chain begins ${begins}: older entries, from before ${before}, were deleted by age.`,
    );
  }
  if (found.knowsHead === false) {
    throw new Error(
      `No seal has the hash ${knownHead}: the chain was cut or made anew since that hash was noted${begins ? `, or the seal is older than the chain, which begins ${begins}` : ""}.`,
    );
  }
  if (found.unsealed > 0) console.log(`${found.unsealed} later entries are not sealed yet.`);
  console.log(`head    ${found.head ?? "none"}`);
  console.log("Keep the head elsewhere; --head <hash> later shows that the chain still holds it.");
}
