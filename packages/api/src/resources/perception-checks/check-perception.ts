import {
  type PerceptionDecision,
  type PerceptionFacts,
  pairOf,
  perceptionCheck,
  type TieMeasures,
} from "@kith/core";
import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { newUuid } from "../../http/ids.ts";
import { modelOf } from "../model/tenant-model.ts";
import { requirePerson } from "../people/person-refs.ts";
import { evidenceAt } from "../ties/evidence-at.ts";
import { measuredTie } from "../ties/get-tie.ts";
import { type Declaration, readDeclaration } from "../ties/queries/declarations.ts";
import { insertCheck, type StoredCheck } from "./queries.ts";

/** Says how a decision about somebody could look, and keeps on record that it was asked. */
export async function checkPerception(
  ctx: Context,
  input: { decision: PerceptionDecision; decider: string; subject: string },
): Promise<StoredCheck> {
  const { tx, now, actor } = ctx;
  const deciderId = await requirePerson(tx, input.decider, "/decider");
  const subjectId = await requirePerson(tx, input.subject, "/subject");
  if (deciderId === subjectId) throw ofOneself();
  const evidence = await evidenceAt(ctx, pairOf(deciderId, subjectId), now);
  const declared = await readDeclaration(tx, deciderId, subjectId);
  const theirs = await readDeclaration(tx, subjectId, deciderId);
  const { measures } = measuredTie(
    { from: deciderId, to: subjectId },
    evidence,
    declared,
    now,
    modelOf(ctx.tenant),
  );
  const facts = factsOf(measures, declared, theirs);
  const { concern, reasons } = perceptionCheck(input.decision, facts);
  const check: StoredCheck = {
    id: newUuid(now),
    decision: input.decision,
    deciderId,
    subjectId,
    concern,
    reasons,
    model: measures.model,
    askedAt: now,
  };
  await insertCheck(tx, actor.id, check);
  await recordChange(ctx, { type: "perceptionCheck.created", id: check.id, sequence: 1 });
  return check;
}

const ofOneself = () =>
  new Problem(
    "invalid_request",
    "Nobody decides about oneself here: a perception check has two people.",
    {
      errors: [{ pointer: "/subject", detail: "must be somebody else than `decider`" }],
    },
  );

/** Of what the two declared only what the rules name: no note, circle or cadence is looked at. */
export function factsOf(
  { strength, band, strained, evidence }: TieMeasures,
  ofDecider: Pick<Declaration, "roles" | "context">,
  ofSubject: Pick<Declaration, "roles" | "context">,
): PerceptionFacts {
  const subjectIs = (role: string) => ofDecider.roles.includes(role);
  const deciderIs = (role: string) => ofSubject.roles.includes(role);
  const either = (role: string) => subjectIs(role) || deciderIs(role);
  const isPersonal = ({ context }: Pick<Declaration, "context">) =>
    context === "personal" || context === "both";
  return {
    strength,
    band,
    strained,
    helpGiven: evidence.given,
    helpReceived: evidence.received,
    personal: isPersonal(ofDecider) || isPersonal(ofSubject) || either("friend"),
    household: either("household"),
    businessPartner: either("business-partner"),
    mentoring: either("mentor") || either("mentee"),
    managesSubject: subjectIs("report") || deciderIs("manager"),
    reportsToSubject: subjectIs("manager") || deciderIs("report"),
  };
}
