import type { Context } from "../../context.ts";
import { type FieldError, Problem } from "../../errors.ts";
import { suppressed } from "../suppressions/refuse-suppressed.ts";
import { itemChecker } from "./check-item.ts";
import { unknownPerson } from "./participants.ts";
import { findByExternalId, readInteraction, type StoredInteraction } from "./queries.ts";
import { recordInteractions } from "./record-interactions.ts";
import { type InteractionCreate, NewInteraction } from "./schemas.ts";

/** Records one interaction; for a duplicate, answers the one that is stored. */
export async function createInteraction(
  ctx: Context,
  { createPeople = false, ...value }: InteractionCreate,
): Promise<{ interaction: StoredInteraction; isNew: boolean }> {
  const item = itemChecker(ctx, NewInteraction)(value);
  if (Array.isArray(item)) throw invalid(item);
  const recorded = await recordInteractions(ctx, [{ index: 0, item }], createPeople);
  const [refused] = recorded.rejected;
  if (refused) throw invalid(refused.errors);
  const [id] = recorded.created;
  const stored =
    id === undefined
      ? await findByExternalId(ctx.tx, item.externalId ?? "")
      : await readInteraction(ctx.tx, id);
  if (!stored || stored.voidedAt !== null) throw voided();
  return { interaction: stored, isNew: id !== undefined };
}

/** Somebody who is not there is a 404, as everywhere; any other mistake a 400. */
function invalid(errors: readonly FieldError[]): Problem {
  if (errors.some(({ code }) => code === "suppressed")) return suppressed(errors);
  return errors.every(({ detail }) => detail === unknownPerson)
    ? new Problem("not_found", "There is nothing with this id that you may see.", { errors })
    : new Problem("invalid_request", "Some fields are not valid: see `errors`.", { errors });
}

const voided = () =>
  new Problem("conflict", "The interaction with this external id was voided, and stays so.", {
    errors: [{ pointer: "/externalId", detail: "belongs to a voided interaction: use another" }],
  });
