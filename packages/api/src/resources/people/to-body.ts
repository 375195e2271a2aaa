import { toId } from "../../http/ids.ts";
import { toIso, toIsoOrNull } from "../../http/time.ts";
import type { ShownPerson } from "../frames/view.ts";
import type { PersonBody } from "./schemas.ts";

export const toBody = ({
  id,
  revision: _,
  createdAt,
  updatedAt,
  positions,
  ...person
}: ShownPerson): PersonBody => ({
  id: toId("person", id),
  ...person,
  // jsonb gives fields back in an order of its own: here in that of the documentation.
  positions: positions.map(({ organization, title, from, to }) => ({
    organization,
    title,
    from,
    to,
  })),
  createdAt: toIso(createdAt),
  updatedAt: toIsoOrNull(updatedAt),
});
