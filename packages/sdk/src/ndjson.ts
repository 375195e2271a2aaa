/**
 * Newline-delimited JSON: ready text, or items and pieces of text as they come. Objects become one
 * line each; text and bytes are joined as they are, so a file's stream can be passed on.
 */
export type Ndjson<Item> = string | AsyncIterable<Item | string | Uint8Array>;

export function isNdjson(value: unknown): value is Ndjson<unknown> {
  if (typeof value === "string") return true;
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

/** Collects the whole text: only a body that is known whole can be sent again. */
export async function ndjsonText(value: Ndjson<unknown>): Promise<string> {
  if (typeof value === "string") return value;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  for await (const part of value) {
    if (part instanceof Uint8Array) text += decoder.decode(part, { stream: true });
    else if (typeof part === "string") text += part;
    else text += `${JSON.stringify(part)}\n`;
  }
  return text + decoder.decode();
}
