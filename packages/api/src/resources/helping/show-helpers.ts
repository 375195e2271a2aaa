import type { HelperReason } from "@kith/core";
import type { Context } from "../../context.ts";
import { type Message, say } from "../../words/say.ts";
import { showBriefs } from "../frames/show-briefs.ts";
import type { PersonBrief } from "../ties/queries/list.ts";
import { toPersonBrief } from "../ties/tie-body.ts";
import { asPerson } from "./circle-of.ts";
import type { FoundHelper } from "./find-helpers.ts";
import type { HelperBody } from "./schemas.ts";

/** Helpers as an answer tells of them: who, why and how to get to them; no number. */
export async function showHelpers(
  ctx: Context,
  asker: string,
  helpers: readonly FoundHelper[],
): Promise<HelperBody[]> {
  const ids = [...new Set(helpers.flatMap(({ person, through }) => [person, ...through]))];
  const briefs = await showBriefs(asPerson(ctx, asker), ids);
  const brief = (id: string): PersonBrief => briefs.get(id) ?? { id, externalId: null, name: null };
  return helpers.map(({ person, reasons, through }) => ({
    person: toPersonBrief(brief(person)),
    reasons: reasons.map((reason) => ({
      code: reason.code,
      terms: reason.code === "knows" ? [...reason.terms] : [],
      text: say(messageOf(reason, through.map(brief))),
    })),
    path: { direct: through.length === 0, through: through.map(brief).map(toPersonBrief) },
  }));
}

export const nameOf = ({ name }: Pick<PersonBrief, "name">): string => name ?? "Somebody";

export const listed = (words: readonly string[]): string =>
  new Intl.ListFormat("en-GB").format(words);

function messageOf(reason: HelperReason, through: readonly PersonBrief[]): Message {
  switch (reason.code) {
    case "knows":
      return { key: "helping.helper.knows", params: { terms: listed(reason.terms) } };
    case "inTouch": {
      const band = reason.band === "none" ? "dormant" : reason.band;
      return { key: `helping.helper.inTouch.${band}` };
    }
    case "throughOthers":
      return {
        key: "helping.helper.throughOthers",
        params: { names: listed(through.map(nameOf)) },
      };
    default:
      return { key: `helping.helper.${reason.code}` };
  }
}
