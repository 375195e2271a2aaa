export { type Embedded, type EmbeddedOptions, startEmbedded } from "./start-embedded.ts";
export { startThrowAway } from "./throw-away.ts";
