export { type AppOptions, buildApp } from "./app.ts";
export { type Clock, systemClock } from "./clock.ts";
export { type Config, readConfig } from "./config.ts";
export { createTenant } from "./resources/tenant/create-tenant.ts";
export { type RunningServer, serve } from "./server.ts";
