import type { HelpAudience } from "@kith/core";
import { toId } from "../../http/ids.ts";
import type { AudienceBody } from "./schemas.ts";

export const toAudience = ({ audience, circles, people }: HelpAudience): AudienceBody => ({
  to: audience,
  circles: [...circles],
  people: people.map((id) => toId("person", id)),
});
