import { Problem } from "../errors.ts";

const maxDepth = 20;

const utf8 = new TextDecoder("utf-8", { fatal: true });

const refuse = (code: "invalid_json" | "invalid_request", detail: string, pointer: string) =>
  new Problem(code, detail, { errors: [{ pointer, detail }] });

/** Bytes -> text; bytes that are no UTF-8 are refused, not replaced. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw refuse("invalid_json", "The body is not UTF-8.", "");
  }
}

/** What PostgreSQL can't store, or what would come back changed: NUL and lone surrogates. */
export const storable = (text: string): boolean => text.isWellFormed() && !text.includes("\0");

/** Text -> value, refusing what JSON allows but we can't keep: such text, deep nesting, `__proto__`. */
export function parseJson(text: string): unknown {
  const value = parseUnchecked(text);
  checkValue(value);
  return value;
}

/** Text -> value, for those who check all of it themselves. */
export function parseUnchecked(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refuse("invalid_json", `The body is not JSON: ${(error as Error).message}.`, "");
  }
}

/** Walks with a stack of its own, so that depth can't exhaust the engine's. */
export function checkValue(root: unknown): void {
  const stack: { value: unknown; pointer: string; depth: number }[] = [
    { value: root, pointer: "", depth: 0 },
  ];
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const { value, pointer, depth } = entry;
    if (typeof value === "string") {
      if (!storable(value)) {
        throw refuse("invalid_request", "Text must not hold NUL or half surrogate pairs.", pointer);
      }
    } else if (typeof value === "object" && value !== null) {
      if (depth === maxDepth) {
        throw refuse("invalid_request", `JSON is nested deeper than ${maxDepth} levels.`, pointer);
      }
      for (const [key, child] of Object.entries(value)) {
        if (key === "__proto__" || !storable(key)) {
          throw refuse("invalid_request", "This key is not allowed.", pointer);
        }
        if (typeof child === "object" || typeof child === "string") {
          stack.push({
            value: child,
            pointer: `${pointer}/${escapePointer(key)}`,
            depth: depth + 1,
          });
        }
      }
    }
  }
}

export const escapePointer = (key: string): string =>
  key.replaceAll("~", "~0").replaceAll("/", "~1");
