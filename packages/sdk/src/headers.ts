import type { Call } from "./call.ts";
import type { Settings } from "./options.ts";
import { version } from "./version.ts";

const client = `kith-sdk-js/${version}`;

/** Only where it is a program's to set: in a browser it costs a preflight or is ignored. */
function mayNameItself(): boolean {
  const agent: unknown = (globalThis as { navigator?: { userAgent?: unknown } }).navigator
    ?.userAgent;
  return typeof agent !== "string" || !agent.startsWith("Mozilla/");
}

/** Headers of one attempt; the credential is asked for anew, so that a token can be refreshed. */
export async function headersOf(call: Call, settings: Settings): Promise<Headers> {
  const { operation } = call;
  const headers = new Headers({ "x-kith-client": client });
  if (mayNameItself()) headers.set("user-agent", client);
  if (operation.accept !== null) headers.set("accept", operation.accept);
  if (call.contentType !== null) headers.set("content-type", call.contentType);
  if (call.idempotencyKey !== null) headers.set("idempotency-key", call.idempotencyKey);
  if (call.ifMatch !== null) headers.set("if-match", call.ifMatch);
  headers.set("authorization", `Bearer ${await settings.credential()}`);
  for (const [name, value] of [
    ...Object.entries(settings.headers),
    ...Object.entries(call.headers),
  ]) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  return headers;
}
