import { toId } from "../../http/ids.ts";
import { toIso } from "../../http/time.ts";
import type { StoredInteraction } from "./queries.ts";
import type { InteractionBody } from "./schemas.ts";

/** An interaction as the API shows it. */
export function toBody(stored: StoredInteraction): InteractionBody {
  const { id, externalId, type, category, fromId, toIds, durationMinutes, metadata } = stored;
  const { aboutKind, aboutId, effort } = stored;
  return {
    id: toId("interaction", id),
    externalId,
    type,
    category,
    from: toId("person", fromId),
    to: toIds.map((to) => toId("person", to)),
    occurredAt: toIso(stored.occurredAt),
    durationMinutes,
    effort: effort as InteractionBody["effort"],
    about: aboutKind === null ? null : { [aboutKind]: aboutId ?? "" },
    metadata: metadata as InteractionBody["metadata"],
    recordedAt: toIso(stored.recordedAt),
  };
}
