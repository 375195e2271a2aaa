import fc from "fast-check";
import t from "tap";
import {
  type MentorMatches,
  type MentorshipParticipant,
  matchMentors,
  mentorFit,
} from "../index.ts";

const somebody = (
  id: string,
  more: Partial<MentorshipParticipant> = {},
): MentorshipParticipant => ({
  id,
  seeks: false,
  capacity: 0,
  wants: [],
  offers: [],
  organizations: [],
  interests: [],
  values: [],
  utcOffsetMinutes: null,
  notWith: [],
  ...more,
});
const mentee = (id: string, wants: string[], more = {}) =>
  somebody(id, { seeks: true, wants, ...more });
const mentor = (id: string, offers: string[], more = {}) =>
  somebody(id, { capacity: 1, offers, ...more });
const pairs = ({ matches }: MentorMatches) => matches.map(({ mentee, mentor }) => [mentee, mentor]);

t.test("what the mentee wants to learn decides", async (t) => {
  const found = matchMentors([
    mentee("a", ["law", "writing"], { interests: ["chess"] }),
    mentor("m", ["law"], { interests: ["chess"] }),
    mentor("n", ["law", "writing"]),
  ]);
  t.same(pairs(found), [["a", "n"]]);
  t.same(found.openPlaces, [{ mentor: "m", places: 1 }]);
  t.same(found.matches[0]?.topics, ["law", "writing"]);
});

t.test("constraints are kept, and who stays without is told which kept them apart", async (t) => {
  const rules = { acrossOrganizations: true, maxHoursApart: 3 };
  const reasons = (of: MentorshipParticipant[]) =>
    matchMentors(of, rules).unmatched.map(({ reason }) => reason);
  const offers = mentor("m", ["law"], { organizations: ["works"], utcOffsetMinutes: 0 });
  t.same(reasons([mentee("a", ["art"]), offers]), ["topic"]);
  t.same(reasons([mentee("a", ["law"], { organizations: ["works"] }), offers]), ["constraint"]);
  t.same(reasons([mentee("a", ["law"], { utcOffsetMinutes: 240 }), offers]), ["constraint"]);
  t.same(reasons([mentee("a", ["law"], { notWith: ["m"] }), offers]), ["constraint"]);
  t.same(reasons([mentee("a", ["law"]), mentee("b", ["law"]), offers]), ["full"]);
  t.same(reasons([mentee("a", ["law"], { utcOffsetMinutes: 180 }), offers]), []);
});

t.test("hours apart go around the clock", async (t) => {
  const fit = mentorFit(
    mentee("a", ["law"], { utcOffsetMinutes: -11 * 60 }),
    mentor("m", ["law"], { utcOffsetMinutes: 13 * 60 }),
  );
  t.match(fit, { hoursApart: 0 });
});

const word = fc.constantFrom("law", "art", "code", "sales");
const participant = (id: string) =>
  fc.record({
    id: fc.constant(id),
    seeks: fc.boolean(),
    capacity: fc.integer({ min: 0, max: 3 }),
    wants: fc.array(word),
    offers: fc.array(word),
    organizations: fc.array(word, { maxLength: 1 }),
    interests: fc.array(word),
    values: fc.array(word),
    utcOffsetMinutes: fc.option(fc.integer({ min: -720, max: 840 })),
    notWith: fc.constantFrom([], ["p0"], ["p3"]),
  });
const cohort = fc
  .integer({ min: 0, max: 12 })
  .chain((size) => fc.tuple(...Array.from({ length: size }, (_, n) => participant(`p${n}`))));

t.test("no two would both rather have each other, whatever the order of input", async () => {
  fc.assert(
    fc.property(cohort, fc.boolean(), (people, acrossOrganizations) => {
      const rules = { acrossOrganizations, maxHoursApart: 6 };
      const found = matchMentors(people, rules);
      const again = matchMentors([...people].reverse(), rules);
      if (JSON.stringify(found) !== JSON.stringify(again)) return false;
      const byId = new Map(people.map((person) => [person.id, person]));
      const held = Map.groupBy(found.matches, ({ mentor }) => mentor);
      for (const one of people.filter(({ seeks }) => seeks)) {
        const own = found.matches.find(({ mentee }) => mentee === one.id)?.fit ?? -1;
        for (const other of people.filter(({ capacity }) => capacity > 0)) {
          const fit = mentorFit(one, other, rules);
          if (typeof fit === "string" || fit.fit <= own) continue;
          const theirs = held.get(other.id) ?? [];
          if (theirs.length < other.capacity) return false;
          if (theirs.some((match) => match.fit < fit.fit)) return false;
        }
      }
      return found.matches.every(({ mentor, mentee }) => {
        const [m, s] = [byId.get(mentor), byId.get(mentee)];
        if (!m || !s) return false;
        return typeof mentorFit(s, m, rules) !== "string";
      });
    }),
    { numRuns: 300 },
  );
});
