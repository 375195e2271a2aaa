import type { FastifyInstance } from "fastify";
import { ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import { PersonRef, Strict } from "../../http/schemas.ts";
import type { Services } from "../../services.ts";
import { findMentorship } from "../mentorships/find-mentorship.ts";
import { MentorshipParams } from "../mentorships/schemas.ts";
import { TieParams } from "../ties/schemas.ts";
import { requireEnds } from "../ties/tie-ends.ts";
import { AgendaBody } from "./schemas.ts";
import { suggestAgenda } from "./suggest-agenda.ts";

const example = {
  from: "per_01h455vb4pex5vsknk084sn02q",
  to: "per_01h455vb4pex5vsknk084sn03r",
  items: [
    {
      section: "opening" as const,
      code: "thank" as const,
      text: "Say thank you for their help.",
      about: null,
    },
    {
      section: "ideas" as const,
      code: "theirAsk" as const,
      text: "See whether you can help, or know who could: an introduction to a printer.",
      about: "ask_01h455vb4pex5vsknk084sn02q",
    },
  ],
  at: "2026-03-02T09:30:00.000Z",
};
const about =
  "Thanks and news first, then questions, feedback, ideas in which you can help, and who does what. Work-focused unless the tie was declared personal. It is for that side alone and holds nothing that the other does not show them.";

export function agendaRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "GET",
      url: "/ties/:from/:to/agenda",
      id: "ties.agenda",
      summary: "Suggest what to talk about next",
      description: `For any two people who meet. ${about}`,
      scope: "help:read",
      params: TieParams,
      answers: { 200: AgendaBody },
      example: { answer: example },
    },
    async (ctx, { params }) => ok(await suggestAgenda(ctx, await requireEnds(ctx, params))),
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/mentorships/:mentorship/agenda",
      id: "mentorships.agenda",
      summary: "Suggest an agenda for the next session",
      description: `For the side that \`for\` names, with what was agreed on in the sessions before. ${about}`,
      scope: "help:read",
      params: MentorshipParams,
      query: Strict({ for: PersonRef }),
      answers: { 200: AgendaBody },
      example: { answer: example },
    },
    async (ctx, { params, query }) => {
      const person = { ref: query.for, pointer: "?for" };
      const { mentorship, side } = await findMentorship(ctx, params.mentorship, person);
      const { mentorId, menteeId } = mentorship;
      const [from, to] = side === "mentor" ? [mentorId, menteeId] : [menteeId, mentorId];
      return ok(await suggestAgenda(ctx, { from, to }));
    },
  );
}
