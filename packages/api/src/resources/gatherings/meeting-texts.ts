import type { MeetingReason } from "@kith/core";
import { say } from "../../words/say.ts";
import type { PersonBrief } from "../ties/queries/list.ts";

const list = new Intl.ListFormat("en", { type: "conjunction" });
const mostWords = 3;

/** Names and words of others keep their own direction in a sentence. */
const isolated = (text: string) => `\u2068${text}\u2069`;
const listed = (texts: readonly string[]) => list.format(texts.slice(0, mostWords).map(isolated));

function paramsOf(reason: MeetingReason, people: readonly PersonBrief[]) {
  const names = people.flatMap(({ name }) => (name ? [name] : []));
  const words = "words" in reason ? reason.words : "ask" in reason ? reason.ask.terms : [];
  return {
    title: "ask" in reason ? isolated(reason.ask.title) : "",
    terms: words.length > 0 ? listed(words) : "none",
    names: listed(names),
    name: isolated(names[0] ?? ""),
  };
}

/** Go-betweens whose names are hidden can't be spoken of: they are somebody in common. */
function keyOf({ code }: MeetingReason, people: readonly PersonBrief[]): MeetingReason["code"] {
  return code === "throughContact" && !people.some(({ name }) => name) ? "bothThere" : code;
}

/** Why to meet them, in the words for who asks. */
export const reasonText = (reason: MeetingReason, people: readonly PersonBrief[]): string =>
  say({
    key: `gatherings.reason.${keyOf(reason, people)}`,
    params: paramsOf(reason, people),
  });

/** What to begin with: something specific, and easy to leave be. */
export const openerText = (reason: MeetingReason, people: readonly PersonBrief[]): string =>
  say({
    key: `gatherings.opener.${keyOf(reason, people)}`,
    params: paramsOf(reason, people),
  });
