import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { sameEmail } from "../suppressions/identifiers.ts";
import { suppress } from "../suppressions/suppress.ts";
import { type Erasure, eraseById } from "./erase-person.ts";
import { findBySearchKey } from "./queries/find-by-search-key.ts";
import { findPersonIds, readPeople } from "./queries.ts";
import type { ErasureInput } from "./schemas.ts";
import { normalise } from "./search-keys.ts";

/** Each takes many statements, and they share one transaction. */
const maxErasures = 10;

/**
 * Erases whoever has an identifier, and keeps it from coming back even when nobody has it: who asks
 * to be forgotten is hardly to be added the day after.
 */
export async function eraseByIdentifier(
  ctx: Context,
  input: ErasureInput,
): Promise<{ erasures: Erasure[] }> {
  const ids = "email" in input ? await withEmail(ctx, input.email) : await withId(ctx, input);
  if (ids.length > maxErasures) throw tooMany(ids.length);
  const erasures: Erasure[] = [];
  for (const id of ids) erasures.push(await eraseById(ctx, id, undefined));
  const identifier =
    "email" in input
      ? { kind: "email" as const, value: input.email }
      : { kind: "externalId" as const, value: input.externalId };
  await suppress(ctx.tx, [identifier], {
    receiptId: erasures.at(-1)?.receipt.id ?? null,
    at: ctx.now,
  });
  if (erasures.length === 0) await recordChange(ctx, { type: "suppression.created", id: null });
  return { erasures };
}

async function withEmail({ tx }: Context, email: string): Promise<string[]> {
  const people = await readPeople(
    tx,
    await findBySearchKey(tx, { kind: "email", key: normalise(email) }),
  );
  return people
    .filter(({ emails }) => emails.some((own) => sameEmail(own, email)))
    .map(({ id }) => id);
}

async function withId({ tx }: Context, { externalId }: { externalId: string }): Promise<string[]> {
  const found = await findPersonIds(tx, { ids: [], externalIds: [externalId] });
  return [...found.byExternalId.values()];
}

const tooMany = (count: number) =>
  new Problem("conflict", `${count} people have this address: at most ${maxErasures} go at once.`, {
    errors: [{ pointer: "/email", detail: "erase some of them by their ids first" }],
  });
