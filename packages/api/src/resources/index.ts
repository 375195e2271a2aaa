import type { FastifyInstance } from "fastify";
import type { Services } from "../services.ts";
import { agendaRoutes } from "./agendas/routes.ts";
import { apiKeyRoutes } from "./api-keys/routes.ts";
import { askRoutes } from "./asks/routes.ts";
import { auditEntryRoutes } from "./audit-entries/routes.ts";
import { erasureReceiptRoutes } from "./erasure-receipts/routes.ts";
import { eventRoutes } from "./events/routes.ts";
import { frameRoutes } from "./frames/routes.ts";
import { gatheringRoutes } from "./gatherings/routes.ts";
import { goalRoutes } from "./goals/routes.ts";
import { healthRoutes } from "./health/routes.ts";
import { interactionRoutes } from "./interactions/routes.ts";
import { introductionRoutes } from "./introductions/routes.ts";
import { memberTokenRoutes } from "./member-tokens/routes.ts";
import { mentorshipProgramRoutes } from "./mentorship-programs/routes.ts";
import { mentorshipRoutes } from "./mentorships/routes.ts";
import { milestoneRoutes } from "./milestones/routes.ts";
import { modelRoutes } from "./model/routes.ts";
import { networkRoutes } from "./network/routes.ts";
import { nudgeRoutes } from "./nudges/routes.ts";
import { offerRoutes } from "./offers/routes.ts";
import { pathRoutes } from "./paths/routes.ts";
import { peopleRoutes } from "./people/routes.ts";
import { peopleToMeetRoutes } from "./people-to-meet/routes.ts";
import { perceptionCheckRoutes } from "./perception-checks/routes.ts";
import { readinessRoutes } from "./readiness/routes.ts";
import { signingSecretRoutes } from "./signing-secrets/routes.ts";
import { suppressionRoutes } from "./suppressions/routes.ts";
import { tenantRoutes } from "./tenant/routes.ts";
import { testClockRoutes } from "./test-clock/routes.ts";
import { tieRoutes } from "./ties/routes.ts";
import { waysToHelpRoutes } from "./ways-to-help/routes.ts";

/** Every resource of the API, one line each. */
export const resources: readonly ((app: FastifyInstance, services: Services) => void)[] = [
  agendaRoutes,
  apiKeyRoutes,
  askRoutes,
  offerRoutes,
  gatheringRoutes,
  goalRoutes,
  introductionRoutes,
  auditEntryRoutes,
  eventRoutes,
  frameRoutes,
  erasureReceiptRoutes,
  healthRoutes,
  interactionRoutes,
  milestoneRoutes,
  modelRoutes,
  memberTokenRoutes,
  mentorshipProgramRoutes,
  mentorshipRoutes,
  networkRoutes,
  nudgeRoutes,
  pathRoutes,
  peopleRoutes,
  peopleToMeetRoutes,
  perceptionCheckRoutes,
  readinessRoutes,
  signingSecretRoutes,
  suppressionRoutes,
  tenantRoutes,
  testClockRoutes,
  tieRoutes,
  waysToHelpRoutes,
];
