import { expiryOf, helpingLimits } from "@kith/core";
import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { newUuid } from "../../http/ids.ts";
import { storedAudience } from "../helping/given.ts";
import { writeNamed } from "../helping/queries/owned.ts";
import { readAudience } from "../helping/read-audience.ts";
import { requireAhead } from "../helping/read-expiry.ts";
import { tooMany } from "../helping/refusals.ts";
import { requirePerson } from "../people/person-refs.ts";
import { countOpenAsks, insertAsk, type StoredAsk } from "./queries.ts";
import type { AskInput } from "./schemas.ts";

const everyday = { to: "network" } as const;

/** Somebody asks for help. */
export async function createAsk(ctx: Context, input: AskInput): Promise<StoredAsk> {
  const { tx, now } = ctx;
  const personId = await requirePerson(tx, input.by, "/by");
  const audience = await readAudience(ctx, personId, input.audience ?? everyday);
  await requireRoom(ctx, personId);
  const ask: StoredAsk = {
    id: newUuid(now),
    personId,
    ...storedAudience(audience),
    revision: 1,
    createdAt: now,
    updatedAt: now,
    kind: input.kind ?? "information",
    title: input.title,
    text: input.text ?? null,
    skills: input.skills ?? [],
    topics: input.topics ?? [],
    organization: input.organization ?? null,
    expiresAt: requireAhead(input.expiresAt, now, "/expiresAt") ?? expiryOf(now),
    closedAt: null,
    outcome: null,
    note: null,
    helpers: [],
  };
  await insertAsk(tx, ask);
  await writeNamed(tx, "ask", ask.id, ask.people);
  await recordChange(ctx, { type: "ask.created", id: ask.id, sequence: 1 });
  return ask;
}

/** Room for one more open ask. */
export async function requireRoom({ tx, now }: Context, personId: string): Promise<void> {
  if ((await countOpenAsks(tx, personId, now)) < helpingLimits.openAsks) return;
  throw tooMany(helpingLimits.openAsks, "open asks");
}
