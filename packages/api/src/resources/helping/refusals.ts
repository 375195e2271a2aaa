import { Problem } from "../../errors.ts";

/** There is a most of everything that somebody can have open, so that none of it goes stale. */
export const tooMany = (most: number, what: string) =>
  new Problem("invalid_state", `A person can have ${most} ${what}: end one of them first.`, {
    errors: [{ pointer: "/by", detail: `has as many ${what} as there can be` }],
  });

/** What is closed takes no further action. */
export const isClosed = (what: string) =>
  new Problem("invalid_state", `The ${what} was closed before, and stays as it is.`, {
    errors: [{ pointer: "/path/id", detail: "is closed: make a new one" }],
  });

export const isOver = (what: string, field: string) =>
  new Problem("invalid_state", `The ${what} is over: open it again with \`${field}\`.`, {
    errors: [{ pointer: `/${field}`, detail: "give a time ahead" }],
  });

export const sideOfNobody = () =>
  new Problem("invalid_request", "`side` is a side of somebody.", {
    errors: [{ pointer: "?side", detail: "name the `person` too, or leave it out" }],
  });
