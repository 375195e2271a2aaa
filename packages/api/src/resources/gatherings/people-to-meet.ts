import {
  type AnswerableAsk,
  type AttendeeFacts,
  askMatch,
  commonTerms,
  type MeetingReason,
  rankAttendees,
  termsOf,
} from "@kith/core";
import type { Context } from "../../context.ts";
import { readOpenAsks, type StoredAsk } from "../asks/queries.ts";
import { addressed as addressedAsk } from "../asks/shown-asks.ts";
import { showBriefs } from "../frames/show-briefs.ts";
import { type ShownPerson, viewOfPerson } from "../frames/view.ts";
import { readOpenGoals } from "../goals/queries.ts";
import { addressedTo } from "../helping/addressed-to.ts";
import { modelOf } from "../model/tenant-model.ts";
import { requirePerson } from "../people/person-refs.ts";
import { readPeople } from "../people/queries.ts";
import { measureRows } from "../ties/list-ties.ts";
import { type PersonBrief, readTies } from "../ties/queries/list.ts";
import { toldResponses } from "./attendees.ts";
import { findGathering } from "./find-gathering.ts";
import { readAttendees } from "./queries/attendees.ts";
import type { AttendeeResponse, StoredGathering } from "./queries/gatherings.ts";
import { sharedContacts } from "./shared-contacts.ts";

/** Ties of the person, and attendees, that are looked at. */
const most = { ties: 2_000, attendees: 500, goBetweens: 3 };

export interface PersonToMeetThere {
  person: PersonBrief;
  response: AttendeeResponse;
  reasons: { reason: MeetingReason; people: PersonBrief[] }[];
}

export interface PeopleToMeetThere {
  data: PersonToMeetThere[];
  at: number;
  model: string;
}

/** Whom a person might meet at a gathering and why, told as the person may see it. */
export async function peopleToMeetAt(
  ctx: Context,
  query: { id: string; for: string; limit: number },
): Promise<PeopleToMeetThere> {
  const person = await requirePerson(ctx.tx, query.for, "?for");
  const gathering = await findGathering(ctx, query.id, { reader: person });
  const data = await rankAt(ctx, gathering, person, query.limit);
  return { data, at: ctx.now, model: modelOf(ctx.tenant).name };
}

async function rankAt(
  ctx: Context,
  gathering: StoredGathering,
  person: string,
  limit: number,
): Promise<PersonToMeetThere[]> {
  const { tx } = ctx;
  const attendees = await readAttendees(tx, gathering.id, {
    ...{ responses: toldResponses, after: null, limit: most.attendees },
  });
  const ids = attendees.map(({ personId }) => personId).filter((id) => id !== person);
  const rows = await readTies(tx, {
    ...{ person, sort: "strength", after: null, minLog2Weight: -Infinity, limit: most.ties },
  });
  const ties = (await measureRows(ctx, person, rows)).map(({ tie }) => tie);
  const alters = ties.map(({ to }) => to);
  const view = await viewOfPerson(ctx, person, [...ids, ...alters]);
  const others = ids.filter(view.finds);
  const profiles = new Map(
    (await readPeople(tx, [person, ...others])).map((one) => [one.id, view.show(one)]),
  );
  const own = profiles.get(person);
  if (!own) return [];
  const known = new Map(ties.map((tie) => [tie.to, tie.measures]));
  const shared = await sharedContacts(
    ctx,
    person,
    ties.filter(({ to }) => view.finds(to)),
    others,
  );
  const asks = await addressedTo(
    ctx,
    person,
    (await readOpenAsks(tx, [person, ...others], ctx.now)).map((ask) => addressedAsk(ask, ctx.now)),
  );
  const goals = await readOpenGoals(tx, [person], ctx.now);
  const ownGoals = goals.flatMap(({ target }) => (target === null ? [] : [target]));
  const facts = others.flatMap((other): AttendeeFacts[] => {
    const theirs = profiles.get(other);
    if (!theirs) return [];
    const { warmth = 0, through = [], paused = false } = shared.get(other) ?? {};
    return [
      {
        person: other,
        band: known.get(other)?.band ?? "none",
        strained: known.get(other)?.strained ?? false,
        paused,
        theirAsks: answerable(asks, other, own),
        ownAsks: answerable(asks, person, theirs),
        ownGoals: commonTerms(termsOfProfile(theirs), ownGoals),
        through: through.filter((id) => id !== other),
        warmth,
        ...commonGroundOf(own, theirs, gathering.topics),
      },
    ];
  });
  const ranked = rankAttendees(facts).slice(0, limit);
  const named = ranked.flatMap(({ person, reasons }) => [person, ...reasons.flatMap(peopleOf)]);
  const briefs = await showBriefs(ctx, [...new Set(named)], view);
  const brief = (id: string) => briefs.get(id) ?? { id, externalId: null, name: null };
  const answers = new Map(attendees.map(({ personId, response }) => [personId, response]));
  return ranked.map(({ person, reasons }) => ({
    person: brief(person),
    response: answers.get(person) ?? "going",
    reasons: reasons.map((reason) => ({ reason, people: peopleOf(reason).map(brief) })),
  }));
}

const peopleOf = (reason: MeetingReason): string[] =>
  "people" in reason ? reason.people.slice(0, most.goBetweens) : [];

type Profile = Pick<ShownPerson, "skills" | "interests" | "values" | "positions">;

const organizationsOf = ({ positions }: Profile) =>
  positions.map(({ organization }) => organization);

/** What somebody is known by. */
const termsOfProfile = (profile: Profile): string[] => [
  ...profile.skills,
  ...profile.interests,
  ...profile.positions.flatMap(({ organization, title }) => [organization, title ?? ""]),
];

const commonGroundOf = (own: Profile, theirs: Profile, topics: readonly string[]) => ({
  topics: commonTerms([...theirs.skills, ...theirs.interests], topics),
  interests: commonTerms(own.interests, theirs.interests),
  skills: commonTerms(own.skills, theirs.skills),
  values: commonTerms(own.values, theirs.values),
  organizations: commonTerms(organizationsOf(own), organizationsOf(theirs)),
});

/** The asks of one person for which another's profile has something. */
function answerable(asks: readonly StoredAsk[], asker: string, helper: Profile): AnswerableAsk[] {
  const means = { terms: termsOfProfile(helper), offer: null, helpedBefore: 0 };
  return asks
    .filter(({ personId }) => personId === asker)
    .flatMap((ask) => {
      const { covered } = askMatch(ask, means);
      const isOpenToAll = termsOf(ask).length === 0;
      if (covered.length === 0 && !isOpenToAll) return [];
      return [{ id: ask.id, title: ask.title, terms: covered }];
    })
    .sort((one, other) => other.terms.length - one.terms.length || (one.id < other.id ? 1 : -1));
}
