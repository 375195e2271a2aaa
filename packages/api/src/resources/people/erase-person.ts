import { createHash } from "node:crypto";
import { pairOf } from "@kith/core";
import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { requireMatch } from "../../http/etag.ts";
import { rebuildPairs } from "../interactions/rebuild-pairs.ts";
import { holdWithAlters } from "./hold-with-alters.ts";
import { requirePerson } from "./person-refs.ts";
import { countTraces, deleteFromLog, type TraceCounts } from "./queries/remove-traces.ts";
import { deletePeople, readPeople } from "./queries.ts";

export interface Erasure {
  id: string;
  erasedAt: number;
  erased: { interactions: number } & TraceCounts;
  receipt: string;
}

/** Removes a person and every trace, as if they had never been; what others have among them stays. */
export async function erasePerson(
  ctx: Context,
  { person, ifMatch }: { person: string; ifMatch: string | undefined },
): Promise<Erasure> {
  const { tx, tenant, now } = ctx;
  const id = await requirePerson(tx, person, "/path/person");
  const alters = await holdWithAlters(tx, id);
  const [stored] = await readPeople(tx, [id]);
  if (!stored) throw notFound(); // somebody else was faster
  requireMatch(ifMatch, stored.revision);
  const traces = await countTraces(tx, id, alters);
  const { interactions } = await deleteFromLog(tx, id, alters);
  await rebuildPairs(
    tx,
    alters.map((alter) => pairOf(id, alter)),
  );
  // Profile, search keys, aliases and declarations of both sides go with the person's row.
  await deletePeople(tx, [id]);
  await recordChange(ctx, { type: "person.erased", id, sequence: stored.revision + 1 });
  const erased = { interactions, ...traces };
  const receipt = createHash("sha256")
    .update(JSON.stringify([tenant.id, id, now, erased]))
    .digest("hex");
  return { id, erasedAt: now, erased, receipt: `sha256:${receipt}` };
}
