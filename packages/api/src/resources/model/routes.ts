import type { FastifyInstance } from "fastify";
import { decodeCursor, encodeCursor, page } from "../../http/cursor.ts";
import { etagOf } from "../../http/etag.ts";
import { created, ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import type { Services } from "../../services.ts";
import { calibrateModel } from "./calibrate-model.ts";
import * as examples from "./examples.ts";
import { readCalibrations } from "./queries/calibrations.ts";
import {
  CalibrationBody,
  CalibrationInput,
  CalibrationPage,
  CalibrationQuery,
  ModelBody,
  ModelPatch,
} from "./schemas.ts";
import { untouched } from "./tenant-model.ts";
import { toCalibrationBody, toModelBody } from "./to-body.ts";
import { updateModel } from "./update-model.ts";

const calibrations = "model.listCalibrations";
const most = 2 ** 31 - 1;

/** What a cursor that was tampered with holds beyond the numbers there are reads as the first page. */
function numberIn(cursor: string): number {
  const [number] = decodeCursor(calibrations, cursor, ["number"] as const);
  return Number.isInteger(number) && number > 0 && number < most ? number : most;
}

export function modelRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "GET",
      url: "/model",
      id: "model.get",
      summary: "Read your model",
      description:
        "The constants by which your ties are measured, each with its default, bounds and meaning; what you changed of them; and the built-in interaction types and roles.",
      scope: "tenant:read",
      answers: { 200: ModelBody },
      example: { answer: examples.model },
    },
    async ({ tenant }) => {
      const settings = tenant.settings.model ?? untouched;
      return ok(toModelBody(settings), etagOf(settings.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "PATCH",
      url: "/model",
      id: "model.update",
      summary: "Change your model",
      description:
        "Overrides the constants that are named, within their bounds; `null` resets one. Every answer from then on is measured with them, also of the past, and says so in `model`. The half-lives and `cadencePriorDays` are worked into stored evidence, which is rewritten in the same call: possible up to 100,000 contact days, beyond it a `conflict`. The default model is validated on real data; a changed one is yours to judge: calibrate after a change.",
      scope: "tenant:write",
      body: ModelPatch,
      changes: ["model.updated"],
      conditional: true,
      answers: { 200: ModelBody },
      problems: ["conflict"],
      example: { body: examples.patch, answer: examples.model },
    },
    async (ctx, { body, ifMatch }) => {
      const settings = await updateModel(ctx, { overrides: body.overrides, ifMatch });
      return ok(toModelBody(settings), etagOf(settings.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "POST",
      url: "/model/calibrations",
      id: "model.calibrate",
      summary: "Calibrate your model",
      description:
        "Fits the one number that multiplies every rate of contact (`kappaScale`) to your own past: to what followed on some past days, and judges it on the last window before today, which the fit did not see. It makes chances honest and never changes an order, so the AUC stays. With `adopt` the scale is put in force if the log-loss is lower with it; a worse one never is. Of large tenants 4,000 pairs are drawn, always the same ones.",
      scope: "tenant:write",
      body: CalibrationInput,
      changes: ["calibration.created", "model.updated"],
      answers: { 201: CalibrationBody },
      example: { body: { adopt: true }, answer: examples.calibration },
    },
    async (ctx, { body }) => {
      const { horizonDays = 30, windows = 3, adopt = false } = body;
      const calibration = await calibrateModel(ctx, { horizonDays, windows, adopt });
      return created(toCalibrationBody(calibration), "/v1/model/calibrations");
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/model/calibrations",
      id: calibrations,
      summary: "List calibrations",
      description: "What calibrations found, newest first, those not adopted too.",
      scope: "tenant:read",
      query: CalibrationQuery,
      answers: { 200: CalibrationPage },
      example: { answer: { data: [examples.calibration], nextCursor: null } },
    },
    async ({ tx }, { query: { limit = 50, cursor } }) => {
      const before = cursor === undefined ? null : numberIn(cursor);
      const rows = await readCalibrations(tx, { before, limit: limit + 1 });
      return ok(
        page(rows.map(toCalibrationBody), limit, ({ number }) =>
          encodeCursor(calibrations, [number]),
        ),
      );
    },
  );
}
