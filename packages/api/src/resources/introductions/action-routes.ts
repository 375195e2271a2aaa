import type { IntroductionAction } from "@kith/core";
import type { FastifyInstance } from "fastify";
import type { Static, TSchema } from "typebox";
import type { ChangeType } from "../../changes/change-types.ts";
import { ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import type { Services } from "../../services.ts";
import { type Added, actOnIntroduction } from "./act-on-introduction.ts";
import * as examples from "./examples.ts";
import {
  AcceptInput,
  DeclineInput,
  IntroductionBody,
  IntroductionBy,
  IntroductionParams,
  ReportInput,
} from "./schemas.ts";
import { introductionBody } from "./to-body.ts";

interface Action {
  action: IntroductionAction;
  summary: string;
  description: string;
  body: TSchema;
  example: object;
  changes: readonly ChangeType[];
}

const actions: readonly Action[] = [
  {
    action: "accept",
    summary: "Agree to an introduction",
    description:
      "By the introducer, then by the target. The target may name the address to share; it is shown to who asked, and theirs to the target, from now on.",
    body: AcceptInput,
    example: examples.by,
    changes: ["introduction.introducerAgreed", "introduction.targetAgreed"],
  },
  {
    action: "decline",
    summary: "Say no to an introduction",
    description:
      "By the introducer or the target, until it is made. Nobody is told: who asked reads `notThisTime` on the day on which it would have closed anyway. A reason is for yourself.",
    body: DeclineInput,
    example: examples.by,
    changes: ["introduction.declined"],
  },
  {
    action: "withdraw",
    summary: "Take a request back",
    description: "By who asked, until it is made.",
    body: IntroductionBy,
    example: examples.by,
    changes: ["introduction.withdrawn"],
  },
  {
    action: "complete",
    summary: "Mark an introduction as made",
    description:
      "By the introducer; or by one of the two, if they notice first. Recorded as help of the introducer to both, about this introduction.",
    body: IntroductionBy,
    example: examples.by,
    changes: ["introduction.made", "interaction.recorded"],
  },
  {
    action: "thank",
    summary: "Thank for an introduction",
    description: "By who asked. Recorded as thanks to the introducer.",
    body: IntroductionBy,
    example: examples.by,
    changes: ["introduction.thanked", "interaction.recorded"],
  },
  {
    action: "report",
    summary: "Tell how an introduction went",
    description:
      "By who asked, to the introducer, with or without words. Recorded as an update to the introducer.",
    body: ReportInput,
    example: examples.report,
    changes: ["introduction.reported", "interaction.recorded"],
  },
];

/** What the three do. Each action is an operation of its own, of the one state machine in core. */
export function introductionActionRoutes(app: FastifyInstance, services: Services): void {
  for (const { action, body: schema, example, ...spec } of actions) {
    route(
      app,
      services,
      {
        ...spec,
        method: "POST",
        url: `/introductions/:introduction/${action}`,
        id: `introductions.${action}`,
        scope: "help:write",
        params: IntroductionParams,
        body: schema,
        answers: { 200: IntroductionBody },
        problems: ["invalid_state"],
        example: { body: example, answer: examples.introduction },
      },
      async (ctx, { params, body }) => {
        const { by, ...added } = body as Static<typeof IntroductionBy> & Added;
        const acted = await actOnIntroduction(ctx, { id: params.introduction, by, action, added });
        return ok(await introductionBody(ctx, acted));
      },
    );
  }
}
