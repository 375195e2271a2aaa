/** One operation of the API, as the emitters need it. */
export interface Operation {
  /** `people.list` */
  id: string;
  resource: string;
  method: string;
  verb: "get" | "post" | "put" | "patch" | "delete";
  path: string;
  summary: string;
  description: string;
  deprecated: boolean;
  pathParameters: readonly PathParameter[];
  query: readonly QueryParameter[];
  takesIfMatch: boolean;
  takesIdempotencyKey: boolean;
  body: Body | null;
  answers: readonly Answer[];
  /** The TypeScript type of an item, when this operation is a list by cursor. */
  pageItem: string | null;
  failures: readonly Failure[];
}

export interface PathParameter {
  name: string;
  description: string;
}

export interface QueryParameter {
  name: string;
  required: boolean;
}

export interface Body {
  required: boolean;
  type: string;
  /** Component schemas its type names. */
  json: string | null;
  /** NDJSON or another text format, sent as it is. */
  text: string | null;
}

export interface Answer {
  kind: "json" | "text" | "none";
  mediaType: string | null;
  type: string;
}

export interface Failure {
  status: string;
  codes: readonly string[];
  description: string;
}
