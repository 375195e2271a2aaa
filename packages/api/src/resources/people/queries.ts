import { people, personAliases, type TenantTx } from "@kith/db";
import { and, eq, inArray, or } from "drizzle-orm";

/** Which of the ids and external ids stand for a person, through aliases of merged people too. */
export async function findPersonIds(
  tx: TenantTx,
  { ids, externalIds }: { ids: string[]; externalIds: string[] },
): Promise<{ byId: Map<string, string>; byExternalId: Map<string, string> }> {
  const byId = new Map<string, string>();
  const byExternalId = new Map<string, string>();
  if (ids.length + externalIds.length === 0) return { byId, byExternalId };
  const rows = await tx
    .select({ id: people.id, externalId: people.externalId })
    .from(people)
    .where(
      and(
        eq(people.tenantId, tx.tenantId),
        or(inArray(people.id, ids), inArray(people.externalId, externalIds)),
      ),
    );
  for (const { id, externalId } of rows) {
    byId.set(id, id);
    if (externalId !== null) byExternalId.set(externalId, id);
  }
  const missing = [
    ...ids.filter((id) => !byId.has(id)).map((id) => `id:${id}`),
    ...externalIds.filter((id) => !byExternalId.has(id)).map((id) => `ext:${id}`),
  ];
  if (missing.length === 0) return { byId, byExternalId };
  const aliases = await tx
    .select({ alias: personAliases.alias, personId: personAliases.personId })
    .from(personAliases)
    .where(and(eq(personAliases.tenantId, tx.tenantId), inArray(personAliases.alias, missing)));
  for (const { alias, personId } of aliases) {
    if (alias.startsWith("id:")) byId.set(alias.slice(3), personId);
    else byExternalId.set(alias.slice(4), personId);
  }
  return { byId, byExternalId };
}
