export { checkIsolation } from "./check-isolation.ts";
export { dumpSchema } from "./dump-schema.ts";
