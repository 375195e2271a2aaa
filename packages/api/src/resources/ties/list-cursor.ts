import { decodeCursor, encodeCursor, invalidCursor } from "../../http/cursor.ts";
import type { Place } from "./queries/list.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

// The key travels as text: JSON has no word for the infinity of a tie without evidence.
export const cursorOf = (list: string, { key, to }: Place): string =>
  encodeCursor(list, [String(key), to]);

export function placeOf(list: string, cursor: string | undefined): Place | null {
  if (cursor === undefined) return null;
  const [text, to] = decodeCursor(list, cursor, ["string", "string"] as const);
  const key = text === "" ? Number.NaN : Number(text);
  if (!Number.isNaN(key) && uuid.test(to)) return { key, to };
  throw invalidCursor();
}
