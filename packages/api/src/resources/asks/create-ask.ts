import { expiryOf, helpingLimits, MS_PER_DAY } from "@kith/core";
import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { newUuid } from "../../http/ids.ts";
import { fromIso, toIso } from "../../http/time.ts";
import { writeNamed } from "../helping/queries.ts";
import { readAudience } from "../helping/read-audience.ts";
import { requirePerson } from "../people/person-refs.ts";
import { countOpenAsks, insertAsk, type StoredAsk } from "./queries.ts";
import type { AskInput } from "./schemas.ts";

const everyday = { to: "network" } as const;

/** Somebody asks for help. */
export async function createAsk(ctx: Context, input: AskInput): Promise<StoredAsk> {
  const { tx, now } = ctx;
  const personId = await requirePerson(tx, input.by, "/by");
  const audience = await readAudience(ctx, personId, input.audience ?? everyday);
  if ((await countOpenAsks(tx, personId, now)) >= helpingLimits.openAsks) throw tooMany();
  const ask: StoredAsk = {
    id: newUuid(now),
    personId,
    ...audience,
    circles: [...audience.circles],
    people: [...audience.people],
    revision: 1,
    createdAt: now,
    updatedAt: now,
    kind: input.kind ?? "information",
    title: input.title,
    text: input.text ?? null,
    skills: input.skills ?? [],
    topics: input.topics ?? [],
    organization: input.organization ?? null,
    expiresAt: requireExpiry(input.expiresAt, now) ?? expiryOf(now),
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

/** An expiry that was given: ahead, and not too far. */
export function requireExpiry(text: string | undefined, now: number): number | undefined {
  if (text === undefined) return undefined;
  const expiresAt = fromIso(text);
  const latest = now + helpingLimits.longestDays * MS_PER_DAY;
  if (expiresAt > now && expiresAt <= latest) return expiresAt;
  const detail = `must be after ${toIso(now)}, and not after ${toIso(latest)}`;
  throw new Problem("invalid_request", "It has to expire ahead, within a year.", {
    errors: [{ pointer: "/expiresAt", detail }],
  });
}

const tooMany = () =>
  new Problem(
    "invalid_state",
    `A person can have ${helpingLimits.openAsks} open asks: close one of them first.`,
    { errors: [{ pointer: "/by", detail: "has as many open asks as there can be" }] },
  );
