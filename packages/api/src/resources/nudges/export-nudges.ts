import type { Context } from "../../context.ts";
import { toId } from "../../http/ids.ts";
import { readActions } from "./queries/actions.ts";
import { readPreferences } from "./queries/preferences.ts";
import type { ExportedNudgeAction, NudgePreferencesBody } from "./schemas.ts";
import { toActionBody, toPreferencesBody } from "./to-body.ts";

/** How a person wants to be nudged and what they did with nudges: theirs alone. */
export async function exportNudges(
  ctx: Context,
  person: string,
): Promise<{ nudgePreferences: NudgePreferencesBody; nudgeActions: ExportedNudgeAction[] }> {
  const actions = await readActions(ctx.tx, person);
  return {
    nudgePreferences: toPreferencesBody(person, await readPreferences(ctx.tx, person)),
    nudgeActions: actions.map((action) => ({
      ...toActionBody(action),
      about: action.subject && toId("person", action.subject),
    })),
  };
}
