import { Problem } from "../errors.ts";

/** A thing's revision as its entity tag. */
export const etagOf = (revision: number): { etag: string } => ({ etag: `"${revision}"` });

/** 412 when the client says which revision it changes and it is not the stored one. */
export function requireMatch(ifMatch: string | undefined, revision: number): void {
  if (ifMatch === undefined || ifMatch === "*") return;
  const tags = ifMatch.split(",").map((tag) => tag.trim());
  if (tags.includes(`"${revision}"`)) return;
  throw new Problem("precondition_failed", "It was changed since you read it: read it again.", {
    errors: [{ pointer: "header:if-match", detail: `the current tag is "${revision}"` }],
  });
}
