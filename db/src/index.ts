export * from "./connection/index.ts";
export * from "./embedded/index.ts";
export * from "./evidence/index.ts";
export * from "./migrate/index.ts";
export * from "./schema/index.ts";
