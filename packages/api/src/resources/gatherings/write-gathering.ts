import { MS_PER_DAY } from "@kith/core";
import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { requireMatch } from "../../http/etag.ts";
import { newUuid } from "../../http/ids.ts";
import { fromIso } from "../../http/time.ts";
import { faultOfTimeZone } from "../people/check-profile.ts";
import { findGathering } from "./find-gathering.ts";
import {
  insertGathering,
  deleteGathering as remove,
  type StoredGathering,
  updateGathering as write,
} from "./queries/gatherings.ts";
import type { GatheringInput, GatheringPatch } from "./schemas.ts";

const usualMs = 2 * 60 * 60_000;
const longestMs = 60 * MS_PER_DAY;

export async function createGathering(
  ctx: Context,
  { startsAt: start, endsAt: end, ...input }: GatheringInput,
): Promise<StoredGathering> {
  const { tx, now } = ctx;
  const startsAt = fromIso(start);
  const gathering: StoredGathering = {
    id: newUuid(now),
    title: input.title,
    kind: input.kind ?? "gathering",
    startsAt,
    endsAt: end === undefined ? startsAt + usualMs : fromIso(end),
    timeZone: input.timeZone ?? null,
    location: input.location ?? null,
    organization: input.organization ?? null,
    topics: input.topics ?? [],
    visibility: input.visibility ?? "attendees",
    revision: 1,
    createdAt: now,
    updatedAt: now,
  };
  refuseFaults(gathering);
  await insertGathering(tx, gathering);
  await recordChange(ctx, { type: "gathering.created", id: gathering.id, sequence: 1 });
  return gathering;
}

export async function updateGathering(
  ctx: Context,
  { id, change, ifMatch }: { id: string; change: GatheringPatch; ifMatch: string | undefined },
): Promise<StoredGathering> {
  const { response: _, ...stored } = await findGathering(ctx, id, { hold: "change" });
  requireMatch(ifMatch, stored.revision);
  const { startsAt: start, endsAt: end, ...fields } = change;
  const startsAt = start === undefined ? stored.startsAt : fromIso(start);
  const lasts = stored.endsAt - stored.startsAt;
  const changed: StoredGathering = {
    ...stored,
    ...fields,
    startsAt,
    endsAt: end !== undefined ? fromIso(end) : startsAt + lasts,
    revision: stored.revision + 1,
    updatedAt: ctx.now,
  };
  refuseFaults(changed);
  await write(ctx.tx, changed);
  await recordChange(ctx, {
    type: "gathering.updated",
    id: stored.id,
    sequence: changed.revision,
    data: { fields: Object.keys(change) },
  });
  return changed;
}

export async function deleteGathering(
  ctx: Context,
  { id, ifMatch }: { id: string; ifMatch: string | undefined },
): Promise<void> {
  const stored = await findGathering(ctx, id, { hold: "change" });
  requireMatch(ifMatch, stored.revision);
  await remove(ctx.tx, stored.id);
  await recordChange(ctx, {
    type: "gathering.deleted",
    id: stored.id,
    sequence: stored.revision + 1,
  });
}

function refuseFaults({ startsAt, endsAt, timeZone }: StoredGathering): void {
  const fault = timeZone === null ? null : faultOfTimeZone(timeZone);
  const lasts = endsAt - startsAt;
  const errors = [
    ...(lasts < 0 ? [{ pointer: "/endsAt", detail: "must not be before `startsAt`" }] : []),
    ...(lasts > longestMs
      ? [{ pointer: "/endsAt", detail: "must be at most sixty days after `startsAt`" }]
      : []),
    ...(fault ? [{ pointer: "/timeZone", detail: fault }] : []),
  ];
  if (errors.length === 0) return;
  throw new Problem("invalid_request", "Some fields are not valid: see `errors`.", { errors });
}
