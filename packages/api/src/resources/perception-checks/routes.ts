import type { FastifyInstance } from "fastify";
import { decodeCursor, encodeCursor, idInCursor, page } from "../../http/cursor.ts";
import { toId } from "../../http/ids.ts";
import { created, ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import { cursor, limit, Strict } from "../../http/schemas.ts";
import type { Services } from "../../services.ts";
import { checkPerception } from "./check-perception.ts";
import { listChecks } from "./queries.ts";
import { PerceptionCheckBody, PerceptionCheckInput, PerceptionCheckPage } from "./schemas.ts";
import { toBody } from "./to-body.ts";

const example = {
  id: "chk_01h455vb4pex5vsknk084sn02q",
  decision: "promotion",
  decider: "per_01h455vb4pex5vsknk084sn02q",
  subject: "per_01h455vb4pex5vsknk084sn03r",
  concern: "low",
  reasons: [
    {
      code: "manages_subject",
      concern: "low",
      text: "The decider is the manager of the person decided about.",
      evidence: { deciderManagesSubject: true },
    },
  ],
  advice: [
    {
      code: "disclose",
      text: "Say before the decision how the two know each other, to whoever relies on it.",
    },
  ],
  at: "2026-03-02T09:30:00.000Z",
  model: "kith-2026.1",
};
const list = "perceptionChecks.list";
const query = Strict({ limit, cursor });

export function perceptionCheckRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "POST",
      url: "/perception-checks",
      id: "perceptionChecks.create",
      summary: "Could this decision look like favouritism?",
      description:
        "Before somebody decides about another: what of their tie an outsider could take for the reason, and what to do about it. It looks at strength, recent help both ways, friction, and what either declared: context, reporting line, mentoring, friendship, a shared household, a business outside. It judges the look of the decision, not its motive, and notes are never read. The check is kept, to be read by the key that asked.",
      scope: "ties:read",
      body: PerceptionCheckInput,
      changes: ["perceptionCheck.created"],
      answers: { 201: PerceptionCheckBody },
      problems: ["invalid_id", "not_found"],
      example: {
        body: { decision: "promotion", decider: "ext:ada", subject: "ext:grace" },
        answer: example,
      },
    },
    async (ctx, { body }) =>
      created(toBody(await checkPerception(ctx, body)), "/v1/perception-checks"),
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/perception-checks",
      id: list,
      summary: "List the perception checks you asked for",
      description:
        "Those asked with this very key, the newest first, as they were answered then. No other key sees them, and neither of the two people.",
      scope: "ties:read",
      query,
      answers: { 200: PerceptionCheckPage },
      example: { answer: { data: [example], nextCursor: null } },
    },
    async ({ tx, actor }, { query }) => {
      const [before] = query.cursor ? decodeCursor(list, query.cursor, ["string"]) : [null];
      const rows = await listChecks(tx, {
        actor: actor.id,
        before: before === null ? null : idInCursor("perceptionCheck", before),
        limit: query.limit + 1,
      });
      const cursorOf = ({ id }: { id: string }) =>
        encodeCursor(list, [toId("perceptionCheck", id)]);
      const { data, nextCursor } = page(rows, query.limit, cursorOf);
      return ok({ data: data.map(toBody), nextCursor });
    },
  );
}
