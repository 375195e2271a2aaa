import type { Database, TenantTx } from "@kith/db";

/** A database that counts what is sent within its transactions. */
export function countingDatabase(database: Database) {
  let count = 0;
  const counted = (tx: TenantTx): TenantTx =>
    new Proxy(tx, {
      get(target, name) {
        if (name === "execute" || name === "select" || name === "send") count += 1;
        const value = Reflect.get(target, name, target);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
  const proxy: Database = {
    ...database,
    withTenant: (tenantId, fn, options) =>
      database.withTenant(tenantId, (tx) => fn(counted(tx)), options),
  };
  /** How many since it was asked last. */
  const taken = () => {
    const sent = count;
    count = 0;
    return sent;
  };
  return { proxy, taken };
}
