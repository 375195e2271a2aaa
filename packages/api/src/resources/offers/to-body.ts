import { toId } from "../../http/ids.ts";
import { toIso, toIsoOrNull } from "../../http/time.ts";
import { toAudience } from "../helping/to-body.ts";
import { toPersonBrief } from "../ties/tie-body.ts";
import type { OfferBody } from "./schemas.ts";
import type { ShownOffer } from "./shown-offers.ts";

export const toBody = ({ people, audience, circles, ...offer }: ShownOffer): OfferBody => ({
  id: toId("offer", offer.id),
  person: toPersonBrief(offer.person),
  kinds: offer.kinds,
  title: offer.title,
  text: offer.text,
  skills: offer.skills,
  topics: offer.topics,
  capacity: offer.capacity,
  taken: offer.taken,
  audience: people === null ? null : toAudience({ audience, circles, people }),
  state: offer.state,
  expiresAt: toIsoOrNull(offer.expiresAt),
  createdAt: toIso(offer.createdAt),
  updatedAt: toIso(offer.updatedAt),
});
