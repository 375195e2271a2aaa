import type { FastifyInstance } from "fastify";
import { ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import { toIso } from "../../http/time.ts";
import type { Services } from "../../services.ts";
import { advanceClock, readClock, resetClock, type TestClock } from "./advance-clock.ts";
import { Advance, TestClockBody } from "./schemas.ts";

const toBody = ({ now, offsetMs }: TestClock): TestClockBody => ({ now: toIso(now), offsetMs });

const answer = { now: "2026-04-01T09:30:00.000Z", offsetMs: 2_592_000_000 };

export function testClockRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "GET",
      url: "/test-clock",
      id: "testClock.get",
      summary: "Read the test clock",
      description: "What time it is for a test-mode tenant.",
      scope: "tenant:read",
      answers: { 200: TestClockBody },
      problems: ["test_mode_only"],
      example: { answer },
    },
    async (ctx) => ok(toBody(readClock(ctx))),
  );

  route(
    app,
    services,
    {
      method: "POST",
      url: "/test-clock/advance",
      id: "testClock.advance",
      summary: "Move the test clock ahead",
      description:
        "By a span or to an instant. Every measure follows at once: see in a second what a quiet year does to a tie.",
      scope: "tenant:write",
      body: Advance,
      changes: ["testClock.advanced"],
      answers: { 200: TestClockBody },
      problems: ["test_mode_only"],
      example: { body: { days: 30 }, answer },
    },
    async (ctx, { body }) => ok(toBody(await advanceClock(ctx, body))),
  );

  route(
    app,
    services,
    {
      method: "POST",
      url: "/test-clock/reset",
      id: "testClock.reset",
      summary: "Set the test clock back to real time",
      description: "Interactions recorded while it was ahead stay where they are, in the future.",
      scope: "tenant:write",
      changes: ["testClock.reset"],
      answers: { 200: TestClockBody },
      problems: ["test_mode_only"],
      example: { answer: { now: "2026-03-02T09:30:00.000Z", offsetMs: 0 } },
    },
    async (ctx) => ok(toBody(await resetClock(ctx))),
  );
}
