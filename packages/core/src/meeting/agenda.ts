import type { Instant } from "../instant.ts";
import { MS_PER_DAY } from "../instant.ts";

/** In the order in which a conversation goes. */
export const agendaSections = ["opening", "questions", "feedback", "ideas", "actions"] as const;
export type AgendaSection = (typeof agendaSections)[number];

/** What one person knows, or may know, that is worth talking about with another. */
export interface AgendaFacts {
  /** How the two know each other, as the person declared it. */
  readonly context: "professional" | "personal" | "both" | null;
  readonly strained: boolean;
  readonly lastContactAt: Instant | null;
  /** Courtesies of the person towards the other. */
  readonly courtesies: readonly ("thanks" | "reportBack" | "repair")[];
  /** Of the other, lately. */
  readonly milestones: readonly Named[];
  readonly ownAsks: readonly Named[];
  readonly theirAsks: readonly Named[];
  readonly ownGoals: readonly Named[];
  readonly theirGoals: readonly Named[];
  /** Agreed on and not done yet; `own`: the person took it on. */
  readonly openActions: readonly (Named & { readonly own: boolean })[];
  /** Noted for the next time. */
  readonly openQuestions: readonly Named[];
  readonly sharedSkills: readonly string[];
  readonly sharedInterests: readonly string[];
}

/** Something with a name; the id of what can be looked up. */
export interface Named {
  readonly id: string | null;
  readonly name: string;
}

export const agendaCodes = [
  "repair",
  "reconnect",
  "thank",
  "reportBack",
  "congratulate",
  "openQuestion",
  "theirGoal",
  "askOwn",
  "theirWork",
  "ownGoal",
  "sharedSkill",
  "howItGoes",
  "theirAsk",
  "sharedInterest",
  "ownAction",
  "theirAction",
  "nextTime",
] as const;
export type AgendaCode = (typeof agendaCodes)[number];

export interface AgendaItem {
  readonly section: AgendaSection;
  readonly code: AgendaCode;
  readonly about: Named | null;
}

/** At most so many of a section: a conversation, no meeting minutes. */
export const itemsPerSection = 3;

/** From so many days without contact on, beginning with the two of you is natural. */
export const reconnectDays = 90;

/**
 * What to talk about with somebody, for one side: first what concerns the two (a repair, thanks,
 * news, how something went), then questions, feedback, ideas in which the person can help, and who
 * does what. Work comes first: shared interests are suggested only where the tie was declared
 * personal or both, and nothing is suggested that the other does not show. Where nothing is known,
 * each section has one opening question of a general kind. While there is friction the repair comes
 * alone with what was agreed on.
 *
 * The order within a section is that of the facts given. Source: the habits of mentoring meetings
 * (questions, feedback, ideas, actions) that the project's idea describes; no measure.
 */
export function agenda(facts: AgendaFacts, at: Instant): AgendaItem[] {
  const sections = facts.strained ? strainedAgenda(facts) : fullAgenda(facts, at);
  return agendaSections.flatMap((section) =>
    sections[section].slice(0, itemsPerSection).map(([code, about]) => ({ section, code, about })),
  );
}

type Items = [AgendaCode, Named | null][];
type Sections = Record<AgendaSection, Items>;

const all = (code: AgendaCode, named: readonly Named[]): Items =>
  named.map(({ id, name }) => [code, { id, name }]);

const texts = (code: AgendaCode, names: readonly string[]): Items =>
  all(
    code,
    names.map((name) => ({ id: null, name })),
  );

const orElse = (items: Items, code: AgendaCode): Items =>
  items.length > 0 ? items : [[code, null]];

const actionsOf = ({ openActions }: AgendaFacts): Items => [
  ...all(
    "ownAction",
    openActions.filter(({ own }) => own),
  ),
  ...all(
    "theirAction",
    openActions.filter(({ own }) => !own),
  ),
];

const strainedAgenda = (facts: AgendaFacts): Sections => ({
  opening: [["repair", null]],
  questions: [],
  feedback: [],
  ideas: [],
  actions: actionsOf(facts),
});

function fullAgenda(facts: AgendaFacts, at: Instant): Sections {
  const { lastContactAt, courtesies } = facts;
  const isLong = lastContactAt !== null && at - lastContactAt > reconnectDays * MS_PER_DAY;
  const isPersonal = facts.context === "personal" || facts.context === "both";
  return {
    opening: [
      ...(isLong ? ([["reconnect", null]] as Items) : []),
      ...(courtesies.includes("thanks") ? ([["thank", null]] as Items) : []),
      ...(courtesies.includes("reportBack") ? ([["reportBack", null]] as Items) : []),
      ...all("congratulate", facts.milestones),
    ],
    questions: orElse(
      [
        ...all("openQuestion", facts.openQuestions),
        ...all("theirGoal", facts.theirGoals),
        ...all("askOwn", facts.ownAsks),
      ],
      "theirWork",
    ),
    feedback: orElse(
      [...all("ownGoal", facts.ownGoals), ...texts("sharedSkill", facts.sharedSkills)],
      "howItGoes",
    ),
    ideas: [
      ...all("theirAsk", facts.theirAsks),
      ...(isPersonal ? texts("sharedInterest", facts.sharedInterests) : []),
    ],
    actions: [...actionsOf(facts), ["nextTime", null]],
  };
}
