export * from "./migrate/index.ts";
export * from "./schema/index.ts";
