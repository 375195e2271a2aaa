import type { Context } from "../../context.ts";
import { toId } from "../../http/ids.ts";
import { toIso, toIsoOrNull } from "../../http/time.ts";
import { getFrame } from "../frames/get-frame.ts";
import { exportAttendance } from "../gatherings/export-attendance.ts";
import { exportHelping } from "../helping/export-helping.ts";
import type { StoredInteraction } from "../interactions/queries.ts";
import { toBody as toInteractionBody } from "../interactions/to-body.ts";
import { exportIntroductions } from "../introductions/export-introductions.ts";
import { exportMentoring } from "../mentorships/export-mentorships.ts";
import { exportMilestones } from "../milestones/export-milestones.ts";
import { exportNudges } from "../nudges/export-nudges.ts";
import { readDeclarations } from "../ties/queries/declarations.ts";
import { getPerson } from "./get-person.ts";
import {
  readAliases,
  readDeclaredTies,
  readInteractionsOf,
  readLastSeen,
  readTieEvidence,
} from "./queries/read-export.ts";
import { findAlters } from "./queries/remove-traces.ts";
import type { PersonExport } from "./schemas.ts";
import { toBody } from "./to-body.ts";

const maxInteractions = 20_000;

/** Everything held on a person that is theirs to know. */
export async function exportPerson(ctx: Context, ref: string): Promise<PersonExport> {
  const { tx, now } = ctx;
  const person = await getPerson(ctx, ref);
  const { id } = person;
  const alters = await findAlters(tx, id);
  const rows = await readInteractionsOf(tx, { id, alters, limit: maxInteractions + 1 });
  const interactions = grouped(rows);
  const declared = await readDeclarations(tx, id, await readDeclaredTies(tx, id));
  return {
    exportedAt: toIso(now),
    person: toBody(person),
    frame: (await getFrame(ctx, ref)).audiences,
    formerIds: (await readAliases(tx, id)).map(formerId),
    lastSeenAt: toIsoOrNull(await readLastSeen(tx, id)),
    interactions: interactions.slice(0, maxInteractions).map((interaction) => ({
      ...toInteractionBody(interaction),
      voidedAt: toIsoOrNull(interaction.voidedAt),
    })),
    interactionsComplete: interactions.length <= maxInteractions,
    ties: (await readTieEvidence(tx, id)).map((tie) => ({
      to: toId("person", tie.toId),
      contactDays: tie.contactDays,
      givenDays: tie.helpDaysOut,
      receivedDays: tie.helpDaysIn,
      firstContactAt: toIsoOrNull(tie.firstContactAt),
      lastContactAt: toIsoOrNull(tie.lastContactAt),
      lastOutAt: toIsoOrNull(tie.lastOutAt),
      lastInAt: toIsoOrNull(tie.lastInAt),
      lastConflictAt: toIsoOrNull(tie.lastConflictAt),
      lastRepairAt: toIsoOrNull(tie.lastRepairAt),
    })),
    ...(await exportHelping(ctx, id)),
    introductions: await exportIntroductions(ctx, id),
    ...(await exportMentoring(ctx, id)),
    milestones: await exportMilestones(ctx, id),
    attendance: await exportAttendance(ctx, id),
    ...(await exportNudges(ctx, id)),
    declarations: [...declared].map(([to, { revision: _, updatedAt, ...facets }]) => ({
      to: toId("person", to),
      declared: { ...facets, updatedAt: toIsoOrNull(updatedAt) },
    })) as PersonExport["declarations"],
  };
}

const formerId = (alias: string): string =>
  alias.startsWith("id:") ? toId("person", alias.slice(3)) : alias;

type Row = Awaited<ReturnType<typeof readInteractionsOf>>[number];

/** Rows of one interaction stand together, in the order of its recipients. */
function grouped(rows: readonly Row[]): StoredInteraction[] {
  const found: StoredInteraction[] = [];
  for (const { tenantId: _, ordinal: __, toId: to, ...row } of rows) {
    const last = found.at(-1);
    if (last?.id === row.id) last.toIds.push(to);
    else found.push({ ...row, toIds: [to] });
  }
  return found;
}
