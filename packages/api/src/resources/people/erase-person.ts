import { pairOf } from "@kith/core";
import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { requireMatch } from "../../http/etag.ts";
import { forgetAnswers } from "../../plugins/idempotency/queries.ts";
import { forgetMember } from "../../plugins/rate-limit/queries.ts";
import { issueReceipt, type Receipt } from "../erasure-receipts/issue-receipt.ts";
import { rebuildPairs } from "../interactions/rebuild-pairs.ts";
import { forgetInExclusions } from "../mentorships/queries/repoint.ts";
import { suppress } from "../suppressions/suppress.ts";
import { holdWithAlters } from "./hold-with-alters.ts";
import { requirePerson } from "./person-refs.ts";
import { readAliases } from "./queries/read-export.ts";
import { countTraces, deleteFromLog, type TraceCounts } from "./queries/remove-traces.ts";
import { deletePeople, readPeople } from "./queries.ts";

export interface Erasure {
  id: string;
  erasedAt: number;
  erased: { interactions: number } & TraceCounts;
  receipt: Receipt;
}

/** Erases one person by a reference. */
export async function erasePerson(
  ctx: Context,
  { person, ifMatch }: { person: string; ifMatch: string | undefined },
): Promise<Erasure> {
  return eraseById(ctx, await requirePerson(ctx.tx, person, "/path/person"), ifMatch);
}

/**
 * Removes a person and every trace, as if they had never been; what others have among them stays.
 * Left are a receipt and hashes of the identifiers, which keep an import from bringing them back.
 */
export async function eraseById(
  ctx: Context,
  id: string,
  ifMatch: string | undefined,
): Promise<Erasure> {
  const { tx, now } = ctx;
  const alters = await holdWithAlters(tx, id);
  const [stored] = await readPeople(tx, [id]);
  if (!stored) throw notFound(); // somebody else was faster
  requireMatch(ifMatch, stored.revision);
  const traces = await countTraces(tx, id, alters);
  const aliases = await readAliases(tx, id);
  const { interactions } = await deleteFromLog(tx, id, alters);
  await rebuildPairs(
    tx,
    alters.map((alter) => pairOf(id, alter)),
  );
  // Profile, search keys, aliases and declarations of both sides go with the person's row.
  await deletePeople(tx, [id]);
  await forgetInExclusions(tx, id);
  await forgetMember(tx, id);
  await forgetAnswers(tx, [id, ...namesOf(aliases, "id:")]);
  const erased = { interactions, ...traces };
  const receipt = await issueReceipt(ctx, { subjectId: id, erased });
  const externalIds = [stored.externalId ?? [], namesOf(aliases, "ext:")].flat();
  await suppress(
    tx,
    [
      ...externalIds.map((value) => ({ kind: "externalId" as const, value })),
      ...stored.emails.map((value) => ({ kind: "email" as const, value })),
    ],
    { receiptId: receipt.id, at: now },
  );
  await recordChange(ctx, { type: "person.erased", id, sequence: stored.revision + 1 });
  return { id, erasedAt: now, erased, receipt };
}

const namesOf = (aliases: readonly string[], prefix: "id:" | "ext:"): string[] =>
  aliases.flatMap((alias) => (alias.startsWith(prefix) ? [alias.slice(prefix.length)] : []));
