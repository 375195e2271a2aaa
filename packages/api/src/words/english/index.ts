import { agendas } from "./agendas.ts";
import { gatherings } from "./gatherings.ts";
import { health } from "./health.ts";
import { helping } from "./helping.ts";
import { introductions } from "./introductions.ts";
import { meet } from "./meet.ts";
import { mentorships } from "./mentorships.ts";
import { network } from "./network.ts";
import { nudges } from "./nudges.ts";
import { paths } from "./paths.ts";
import { readiness } from "./readiness.ts";

/**
 * Every text that a member may read, as ICU messages, one file per domain. They speak to the person
 * who reads them, warmly and briefly; they know no debt, no score and no guilt, they do not flatter,
 * and they leave an easy way to say no. A test holds them to that.
 */
export const english = {
  ...gatherings,
  ...agendas,
  ...health,
  ...helping,
  ...introductions,
  ...meet,
  ...mentorships,
  ...network,
  ...nudges,
  ...paths,
  ...readiness,
} as const;
