import { toId } from "../../http/ids.ts";
import { toIso, toIsoOrNull } from "../../http/time.ts";
import type { ShownPerson } from "../frames/view.ts";
import type { PersonBody } from "./schemas.ts";

export const toBody = ({
  id,
  revision: _,
  createdAt,
  updatedAt,
  ...person
}: ShownPerson): PersonBody => ({
  id: toId("person", id),
  ...person,
  createdAt: toIso(createdAt),
  updatedAt: toIsoOrNull(updatedAt),
});
