import type { FastifyInstance } from "fastify";
import { etagOf } from "../../http/etag.ts";
import { toId } from "../../http/ids.ts";
import { ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import { PersonParams } from "../../http/schemas.ts";
import { toIso } from "../../http/time.ts";
import type { Services } from "../../services.ts";
import { toBody as toReceiptBody } from "../erasure-receipts/to-body.ts";
import { eraseByIdentifier } from "./erase-by-identifier.ts";
import { erasePerson } from "./erase-person.ts";
import * as example from "./examples.ts";
import { exportPerson } from "./export-person.ts";
import { mergePeople } from "./merge-people.ts";
import {
  Erasure,
  ErasureInput,
  Erasures,
  MergeInput,
  MergeResult,
  PersonExport,
} from "./schemas.ts";
import { toBody } from "./to-body.ts";

/** What touches all that is held on a person, not the profile alone. */
export function personLifecycleRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "GET",
      url: "/people/:person/export",
      id: "people.export",
      summary: "Export all that is held on a person",
      description:
        "Profile, former ids, interactions, the evidence of ties and what the person declared about them; not what others declared, nor other recipients of what they received.",
      scope: "admin",
      params: PersonParams,
      answers: { 200: PersonExport },
      example: { answer: example.personExport },
    },
    async (ctx, { params }) => ok(await exportPerson(ctx, params.person)),
  );

  route(
    app,
    services,
    {
      method: "POST",
      url: "/people/:person/merge",
      id: "people.merge",
      summary: "Merge a person into another",
      description:
        "For two records of one person. Interactions and declared ties move to the one who stays, ties are measured anew from all of them, and the old ids lead to who stays. Their profile holds; what it lacks is taken from the other, and lists are joined. It can't be undone.",
      scope: "people:write",
      params: PersonParams,
      body: MergeInput,
      changes: ["person.merged", "person.updated"],
      answers: { 200: MergeResult },
      problems: ["conflict", "suppressed"],
      example: { body: { into: "ext:grace" }, answer: example.mergeResult },
    },
    async (ctx, { params, body }) => {
      const { person, mergedId, moved, dropped } = await mergePeople(ctx, { ...params, ...body });
      const answer = { person: toBody(person), mergedId: toId("person", mergedId), moved, dropped };
      return ok(answer, etagOf(person.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "DELETE",
      url: "/people/:person",
      id: "people.delete",
      summary: "Erase a person",
      description:
        "Removes the person and every trace: profile, interactions from and to them, ties, what they declared and what others declared about them, former ids. Interactions with several recipients keep the others. Answers kept for idempotent retries that name the person are forgotten too: such a retry gets a 409 and does not write again. It can't be undone. What stays is a signed receipt that does not tell who it was, and keyed hashes of external ids and e-mail addresses, so that no import brings the person back: see `/v1/suppressions`.",
      scope: "people:write",
      params: PersonParams,
      changes: ["person.erased"],
      conditional: true,
      answers: { 200: Erasure },
      example: { answer: example.erasure },
    },
    async (ctx, { params, ifMatch }) => {
      const { id, erasedAt, erased, receipt } = await erasePerson(ctx, { ...params, ifMatch });
      return ok({
        id: toId("person", id),
        erasedAt: toIso(erasedAt),
        erased,
        receipt: toReceiptBody(receipt),
      });
    },
  );

  route(
    app,
    services,
    {
      method: "POST",
      url: "/people/erasures",
      id: "people.erase",
      summary: "Erase by e-mail address or external id",
      description:
        "For a request to be forgotten that names an address, not an id. Erases everybody who has the identifier, as the erasure of one person does, and keeps it from coming back, also when nobody has it. The answer does not repeat who it was.",
      scope: "people:write",
      body: ErasureInput,
      changes: ["person.erased", "suppression.created"],
      answers: { 200: Erasures },
      problems: ["conflict"],
      example: {
        body: { email: "ada@example.org" },
        answer: { receipts: [example.signedReceipt] },
      },
    },
    async (ctx, { body }) => {
      const { erasures } = await eraseByIdentifier(ctx, body);
      return ok({ receipts: erasures.map(({ receipt }) => toReceiptBody(receipt)) });
    },
  );
}
