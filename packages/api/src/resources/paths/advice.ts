import type { Band } from "@kith/core";
import { say } from "../../words/say.ts";
import type { PersonBrief } from "../ties/queries/list.ts";
import type { Reason } from "./hop-reasons.ts";

/** What to do first: whom to ask, or that nobody has to be asked. */
export function adviceFor(people: readonly PersonBrief[], firstBand: Band): Reason {
  const name = (at: number) => {
    const person = people.at(at);
    return person?.name ?? person?.externalId ?? say({ key: "paths.unnamed" });
  };
  const params = { first: name(1), second: name(2), target: name(-1) };
  if (people.length === 2) {
    const isCold = firstBand === "dormant" || firstBand === "fading";
    const key = isCold ? "paths.resume" : "paths.write";
    return { code: isCold ? "resume" : "write", text: say({ key, params }) };
  }
  const key = people.length === 3 ? "paths.ask" : "paths.askFurther";
  return { code: "ask", text: say({ key, params }) };
}
