import { agenda } from "@kith/core";
import type { Context } from "../../context.ts";
import { toId } from "../../http/ids.ts";
import { toIso } from "../../http/time.ts";
import { say } from "../../words/say.ts";
import type { TieEnds } from "../ties/tie-ends.ts";
import { readFacts } from "./read-facts.ts";
import type { AgendaBody } from "./schemas.ts";

/** What to talk about next, for one of two people. */
export async function suggestAgenda(ctx: Context, ends: TieEnds): Promise<AgendaBody> {
  const items = agenda(await readFacts(ctx, ends), ctx.now);
  return {
    from: toId("person", ends.from),
    to: toId("person", ends.to),
    items: items.map(({ section, code, about }) => ({
      section,
      code,
      text: say({ key: `agendas.${code}`, params: { name: about?.name ?? "" } }),
      about: about?.id ?? null,
    })),
    at: toIso(ctx.now),
  };
}
