import type { FastifyInstance } from "fastify";
import { etagOf } from "../../http/etag.ts";
import { created, ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import { PersonParams } from "../../http/schemas.ts";
import type { Services } from "../../services.ts";
import { viewOf } from "../frames/view.ts";
import { createPerson } from "./create-person.ts";
import * as example from "./examples.ts";
import { seePerson } from "./get-person.ts";
import { personLifecycleRoutes } from "./lifecycle-routes.ts";
import { listPeople } from "./list-people.ts";
import {
  PersonBatch,
  PersonBatchResult,
  PersonBody,
  PersonInput,
  PersonListQuery,
  PersonPage,
  PersonPatch,
  PersonUpsert,
} from "./schemas.ts";
import { toBody } from "./to-body.ts";
import { updatePerson } from "./update-person.ts";
import { upsertBatch } from "./upsert-batch.ts";
import { upsertPerson } from "./upsert-person.ts";

const batchLimit = 16 * 1024 * 1024;
const { externalId: _, ...upsertExample } = example.input;

export function peopleRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "POST",
      url: "/people",
      id: "people.create",
      summary: "Create a person",
      description:
        "A member or contact of your platform. Give your own id as `externalId`, then you need to store none of ours: `ext:` and that id names the person everywhere.",
      scope: "people:write",
      body: PersonInput,
      changes: ["person.created"],
      answers: { 201: PersonBody },
      problems: ["external_id_taken", "suppressed"],
      example: { body: example.input, answer: example.person },
    },
    async (ctx, { body }) => {
      const person = await createPerson(ctx, body);
      const answer = toBody(person);
      return created(answer, `/v1/people/${answer.id}`, etagOf(person.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/people",
      id: "people.list",
      summary: "List and find people",
      description:
        "Everybody, in the order in which they were created; filters are joined by *and*, and are compared without regard to case and accents. With `updatedSince`, in the order of the last change: pass the time at which your last synchronisation began. It looks back ten seconds further, because a change that was under way may become visible later than it is dated, so you may see one twice but never miss one. People who were erased or merged away are no longer listed.",
      scope: "people:read",
      query: PersonListQuery,
      answers: { 200: PersonPage },
      example: { answer: { data: [example.person], nextCursor: null } },
    },
    async (ctx, { query }) => {
      const { data, nextCursor } = await listPeople(ctx, query);
      return ok({ data: data.map(toBody), nextCursor });
    },
  );

  route(
    app,
    services,
    {
      method: "POST",
      url: "/people/batch",
      id: "people.upsertBatch",
      summary: "Create or replace many people",
      description:
        "Up to 1,000 upserts by `externalId` in one transaction: each item is the whole profile, as in PUT. Those that are valid are stored, those that are not are listed with their place and what is wrong.",
      scope: "people:write",
      body: PersonBatch,
      changes: ["person.created", "person.updated"],
      ownBodyCheck: true,
      bodyLimit: batchLimit,
      answers: { 200: PersonBatchResult },
      example: {
        body: [example.input, { externalId: "ben", name: "Ben Example" }],
        answer: { created: 1, updated: 1, unchanged: 0, rejected: [] },
      },
    },
    async (ctx, { body }) => ok(await upsertBatch(ctx, body)),
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/people/:person",
      id: "people.get",
      summary: "Read a person",
      description: "By our id or yours. The old ids of somebody who was merged lead to who stayed.",
      scope: "people:read",
      readsByKey: true,
      params: PersonParams,
      answers: { 200: PersonBody },
      example: { answer: example.person },
    },
    async (ctx, { params }) => {
      const person = await seePerson(ctx, params.person);
      // The revision of somebody else would tell a member that something hidden changed.
      return ok(toBody(person), person.updatedAt === null ? {} : etagOf(person.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "PATCH",
      url: "/people/:person",
      id: "people.update",
      summary: "Change a person",
      description:
        "Changes the fields that are named. `null` empties one; a list, and `metadata`, replaces what was there. A change that changes nothing keeps `ETag` and `updatedAt`.",
      scope: "people:write",
      params: PersonParams,
      body: PersonPatch,
      changes: ["person.updated"],
      conditional: true,
      answers: { 200: PersonBody },
      problems: ["external_id_taken", "suppressed"],
      example: { body: { headline: example.input.headline }, answer: example.person },
    },
    async (ctx, { params, body, ifMatch }) => {
      const person = await updatePerson(ctx, { ...params, patch: body, ifMatch });
      const view = await viewOf(ctx, [person.id]);
      return ok(toBody(view.show(person)), etagOf(person.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "PUT",
      url: "/people/:person",
      id: "people.upsert",
      summary: "Create or replace a person",
      description:
        "Replaces the whole profile: fields that are not named are emptied (`openToIntroduce` becomes true). Named by `ext:`, the person is created when missing (201); named by `per_…`, they must exist. `externalId` may be left out: it stays, or is the one in the path. Sending the same again changes nothing, so it is safe to repeat.",
      scope: "people:write",
      params: PersonParams,
      body: PersonUpsert,
      changes: ["person.created", "person.updated"],
      conditional: true,
      answers: { 200: PersonBody, 201: PersonBody },
      problems: ["external_id_taken", "suppressed"],
      example: { body: upsertExample, answer: example.person },
    },
    async (ctx, { params, body, ifMatch }) => {
      const { person, outcome } = await upsertPerson(ctx, { ...params, body, ifMatch });
      const answer = toBody(person);
      const headers = etagOf(person.revision);
      return outcome === "created"
        ? created(answer, `/v1/people/${answer.id}`, headers)
        : ok(answer, headers);
    },
  );

  personLifecycleRoutes(app, services);
}
