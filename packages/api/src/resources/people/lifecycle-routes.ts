import type { FastifyInstance } from "fastify";
import { etagOf } from "../../http/etag.ts";
import { toId } from "../../http/ids.ts";
import { ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import { PersonParams } from "../../http/schemas.ts";
import { toIso } from "../../http/time.ts";
import type { Services } from "../../services.ts";
import { erasePerson } from "./erase-person.ts";
import * as example from "./examples.ts";
import { exportPerson } from "./export-person.ts";
import { mergePeople } from "./merge-people.ts";
import { ErasureReceipt, MergeInput, MergeResult, PersonExport } from "./schemas.ts";
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
      problems: ["conflict"],
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
        "Removes the person and every trace: profile, interactions from and to them, ties, what they declared and what others declared about them, former ids. Interactions with several recipients keep the others. It can't be undone. Answers kept for idempotent retries are encrypted with your API key and forgotten within 24 hours.",
      scope: "people:write",
      params: PersonParams,
      changes: ["person.erased"],
      conditional: true,
      answers: { 200: ErasureReceipt },
      example: { answer: example.erasureReceipt },
    },
    async (ctx, { params, ifMatch }) => {
      const { id, erasedAt, erased, receipt } = await erasePerson(ctx, { ...params, ifMatch });
      return ok({ id: toId("person", id), erasedAt: toIso(erasedAt), erased, receipt });
    },
  );
}
