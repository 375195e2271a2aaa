import type { TenantTx } from "@kith/db";
import type { FieldError } from "../../errors.ts";
import { type Identifier, identifiersOf } from "../suppressions/identifiers.ts";
import { suppressedAmong } from "../suppressions/refuse-suppressed.ts";
import type { Profile } from "./profile.ts";
import { findPersonIds, readPeople } from "./queries.ts";

/** Profiles that would bring an erased person back, by external id, with what is wrong with each. */
export async function suppressedProfiles(
  tx: TenantTx,
  profiles: ReadonlyMap<string, Readonly<Profile>>,
): Promise<Map<string, FieldError[]>> {
  const owners = new Map<Identifier, string>();
  for (const [externalId, { emails }] of profiles) {
    for (const identifier of identifiersOf({ externalId, emails })) {
      owners.set(identifier, externalId);
    }
  }
  const found = await suppressedAmong(tx, [...owners.keys()]);
  const refused = new Map<string, FieldError[]>();
  if (found.size === 0) return refused;
  // An address that two had in common stays with the one who is still there.
  const doubtful = [
    ...new Set([...found.keys()].map((identifier) => owners.get(identifier) ?? "")),
  ];
  const { byExternalId } = await findPersonIds(tx, { ids: [], externalIds: doubtful });
  const stored = await readPeople(tx, [...new Set(byExternalId.values())]);
  const byId = new Map(stored.map((person) => [person.id, person]));
  for (const [identifier, error] of found) {
    const externalId = owners.get(identifier) ?? "";
    const person = byId.get(byExternalId.get(externalId) ?? "");
    if (person && identifiersOf({ emails: [identifier.value] }, person).length === 0) continue;
    refused.set(externalId, [...(refused.get(externalId) ?? []), error]);
  }
  return refused;
}
