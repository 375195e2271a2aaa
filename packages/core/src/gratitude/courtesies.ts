import { type Instant, MS_PER_DAY } from "../instant.ts";
import { type Interaction, interactionCategory } from "../interaction/interaction.ts";
import { type CourtesyWindow, type GratitudeRules, gratitudeRules } from "./rules.ts";

export const courtesyKinds = ["thanks", "reportBack", "repair"] as const;
export type CourtesyKind = (typeof courtesyKinds)[number];

/** `early`: before its window; `due`: in it; `past`: after it, and let go; `given`: it was done. */
export type CourtesyState = "early" | "due" | "past" | "given";

/** What one exchange asks of a person, and whether it was done. */
export interface Courtesy {
  readonly kind: CourtesyKind;
  /** To whom. */
  readonly to: string;
  /** What it answers: its type, its time and, where known, its id. */
  readonly type: string;
  readonly occurredAt: Instant;
  readonly id: string | null;
  readonly fromAt: Instant;
  readonly untilAt: Instant;
  readonly givenAt: Instant | null;
  readonly state: CourtesyState;
}

/**
 * Courtesies of a person: what the help they received and the friction they had ask of them.
 *
 *   thanks      help received; given by a `thanks` to that person at or after it, or by telling them
 *               how things go (`update`), which thanks them as well
 *   reportBack  help of a type that has an outcome; given by an `update` at least `reportEnoughDays` on
 *   repair      friction with somebody, whoever began; given by a later `repair` by either of them
 *
 * One thanks, or one update, answers all help before it: nobody is thanked item by item. Exchanges
 * after `at` are not known yet. In the order of time, then of person, type and kind.
 */
export function courtesies(
  exchanges: Iterable<Interaction>,
  person: string,
  at: Instant,
  rules: GratitudeRules = gratitudeRules,
): Courtesy[] {
  const known = [...exchanges].filter(({ occurredAt }) => occurredAt <= at);
  const said = new Times();
  for (const { type, from, to, occurredAt } of known) {
    if (type === "repair" && (from === person || to === person)) {
      said.add("repair", from === person ? to : from, occurredAt);
    } else if (from === person && type === "thanks") said.add("thanks", to, occurredAt);
    else if (from === person && type === "update") {
      said.add("thanks", to, occurredAt);
      said.add("reportBack", to, occurredAt);
    }
  }
  return known
    .flatMap((exchange) => askedBy(exchange, person, rules))
    .map(({ window, enoughDays, ...asked }) => {
      const fromAt = asked.occurredAt + window.fromDays * MS_PER_DAY;
      const untilAt = asked.occurredAt + window.untilDays * MS_PER_DAY;
      const counts = asked.occurredAt + enoughDays * MS_PER_DAY;
      const givenAt = said.firstSince(asked.kind, asked.to, counts);
      return { ...asked, fromAt, untilAt, givenAt, state: stateAt(at, fromAt, untilAt, givenAt) };
    })
    .sort(inOrder);
}

/** The courtesies that are worth a word now. A list of opportunities, never a debt. */
export const courtesiesOwed = (
  exchanges: Iterable<Interaction>,
  person: string,
  at: Instant,
  rules: GratitudeRules = gratitudeRules,
): Courtesy[] => courtesies(exchanges, person, at, rules).filter(({ state }) => state === "due");

function stateAt(at: Instant, from: Instant, until: Instant, given: Instant | null): CourtesyState {
  if (given !== null) return "given";
  if (at < from) return "early";
  return at < until ? "due" : "past";
}

interface Asked extends Pick<Courtesy, "kind" | "to" | "type" | "occurredAt" | "id"> {
  readonly window: CourtesyWindow;
  readonly enoughDays: number;
}

function askedBy(exchange: Interaction, person: string, rules: GratitudeRules): Asked[] {
  const { type, from, to, occurredAt, id = null } = exchange;
  const category = interactionCategory(exchange);
  const about = { type, occurredAt, id };
  if (category === "help" && to === person) {
    const report = Object.hasOwn(rules.reportBack, type) ? rules.reportBack[type] : undefined;
    const thanks = { kind: "thanks", to: from, ...about, window: rules.thanks, enoughDays: 0 };
    const tell = { kind: "reportBack", to: from, ...about, enoughDays: rules.reportEnoughDays };
    return [thanks as Asked, ...(report ? [{ ...tell, window: report } as Asked] : [])];
  }
  if (category !== "friction" || type === "repair" || (from !== person && to !== person)) return [];
  const other = from === person ? to : from;
  // A repair has to come after it; at the same instant nothing is mended (as `isStrained` says).
  const least = 1 / MS_PER_DAY;
  return [{ kind: "repair", to: other, ...about, window: rules.repair, enoughDays: least }];
}

/** When a courtesy was given to whom; asked by the earliest time since another. */
class Times {
  readonly #times = new Map<string, Instant[]>();

  add(kind: CourtesyKind, to: string, at: Instant): void {
    const key = `${kind} ${to}`;
    const times = this.#times.get(key);
    if (times) times.push(at);
    else this.#times.set(key, [at]);
  }

  firstSince(kind: CourtesyKind, to: string, since: Instant): Instant | null {
    let first: Instant | null = null;
    for (const at of this.#times.get(`${kind} ${to}`) ?? []) {
      if (at >= since && (first === null || at < first)) first = at;
    }
    return first;
  }
}

const compare = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0);

const inOrder = (x: Courtesy, y: Courtesy): number =>
  x.occurredAt - y.occurredAt ||
  compare(x.to, y.to) ||
  compare(x.type, y.type) ||
  compare(x.kind, y.kind) ||
  compare(x.id ?? "", y.id ?? "");
