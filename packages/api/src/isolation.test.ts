import t from "tap";
import { attackAcrossTenants, attackWithoutLayers } from "./testing/isolation/attack.ts";

// Many requests: on a busy machine the runner's own limit could come first.
t.setTimeout(900_000);

t.test("another tenant's ids, cursors and idempotency keys are as those of nobody", (t) =>
  attackAcrossTenants(t, { rowLevelSecurity: true, predicates: true }),
);

t.test("the attack is a real one: without both layers it finds much", async (t) => {
  const found = await attackWithoutLayers(t);
  t.ok(found.length >= 5, `found ${found.length}`);
});
