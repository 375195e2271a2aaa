import t from "tap";
import { builtInRoles, inverseRoles } from "../index.ts";

t.test("the inverse of an inverse role is the role itself", (t) => {
  for (const role of builtInRoles) {
    const inverse = inverseRoles[role];
    if (inverse !== null) t.equal(inverseRoles[inverse], role);
  }
  t.end();
});
