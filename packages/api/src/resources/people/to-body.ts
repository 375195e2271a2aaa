import { toId } from "../../http/ids.ts";
import { toIso } from "../../http/time.ts";
import type { StoredPerson } from "./profile.ts";
import type { PersonBody } from "./schemas.ts";

export const toBody = ({
  id,
  revision: _,
  createdAt,
  updatedAt,
  ...person
}: StoredPerson): PersonBody => ({
  id: toId("person", id),
  ...person,
  createdAt: toIso(createdAt),
  updatedAt: toIso(updatedAt),
});
