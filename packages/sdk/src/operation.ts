import type { KithList } from "./list.ts";
import type { KithRequest } from "./request.ts";

/** What the generated methods know of their operation. */
export interface Operation {
  id: string;
  verb: string;
  path: string;
  pathParameters: readonly string[];
  query: readonly string[];
  takesIfMatch: boolean;
  takesIdempotencyKey: boolean;
  /** Media types a body may have: as JSON, and as text or NDJSON. */
  jsonBody: string | null;
  textBody: string | null;
  answer: "json" | "text" | "none";
  accept: string | null;
}

/** What the generated methods call. */
export interface Caller {
  request<T>(
    operation: Operation,
    path: readonly string[],
    body: unknown,
    options: object | undefined,
  ): KithRequest<T>;
  list<Item, Page extends { data: Item[]; nextCursor: string | null }>(
    operation: Operation,
    path: readonly string[],
    body: unknown,
    options: object | undefined,
  ): KithList<Item, Page>;
}
