import { toId } from "../../http/ids.ts";
import { toIso, toIsoOrNull } from "../../http/time.ts";
import { toAudience } from "../helping/to-body.ts";
import { toPersonBrief } from "../ties/tie-body.ts";
import type { AskBody } from "./schemas.ts";
import type { ShownAsk } from "./shown-asks.ts";

export const toBody = ({ people, audience, circles, ...ask }: ShownAsk): AskBody => ({
  id: toId("ask", ask.id),
  person: toPersonBrief(ask.person),
  kind: ask.kind,
  title: ask.title,
  text: ask.text,
  skills: ask.skills,
  topics: ask.topics,
  organization: ask.organization,
  audience: people === null ? null : toAudience({ audience, circles, people }),
  state: ask.state,
  expiresAt: toIso(ask.expiresAt),
  closedAt: toIsoOrNull(ask.closedAt),
  outcome: ask.outcome,
  helpedBy: ask.helpers.map(toPersonBrief),
  note: ask.note,
  createdAt: toIso(ask.createdAt),
  updatedAt: toIso(ask.updatedAt),
});
