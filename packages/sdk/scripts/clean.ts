import { rm } from "node:fs/promises";

// A file that is no longer built must not be packed.
await rm(new URL("../dist/", import.meta.url), { recursive: true, force: true });
