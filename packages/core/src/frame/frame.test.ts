import fc from "fast-check";
import t from "tap";
import {
  type Acquaintance,
  type Audience,
  audiences,
  audiencesOf,
  defaultFrame,
  type Frame,
  framedFields,
  isFound,
  narrower,
  resolveFrame,
  showFields,
  stranger,
} from "../index.ts";

const declared = (given: Partial<NonNullable<Acquaintance["declared"]>>): Acquaintance => ({
  contact: false,
  declared: { roles: [], context: null, circle: null, ...given },
});
const names = (acquaintance: Acquaintance) => [...audiencesOf(acquaintance)].sort();

t.test("a viewer's audiences follow from contact and from what the owner declared", async (t) => {
  t.same(names(stranger), ["public"]);
  t.same(names({ contact: true, declared: null }), ["network", "public"]);
  t.same(names(declared({ roles: ["peer"] })), ["colleagues", "network", "public"]);
  t.same(names(declared({ context: "professional" })), ["colleagues", "network", "public"]);
  t.same(names(declared({ context: "both" })), ["colleagues", "network", "public"]);
  t.same(names(declared({ circle: "trusted" })), ["network", "public", "trusted"]);
  t.same(names(declared({ circle: "close allies", roles: ["friend"] })), ["public"]);
});

t.test("a tie called personal never makes a colleague, whatever the roles", async (t) => {
  t.same(names(declared({ context: "personal", roles: ["manager", "peer"] })), ["public"]);
});

t.test("each field is shown to its audience and to nobody else", async (t) => {
  const profile = Object.fromEntries(
    framedFields.map((field) => [field, ["emails", "skills"].includes(field) ? ["x"] : "x"]),
  ) as Record<(typeof framedFields)[number], unknown>;
  const anyFrame = fc.record(
    Object.fromEntries(framedFields.map((field) => [field, fc.constantFrom(...audiences)])),
  ) as fc.Arbitrary<Frame>;
  const anyone = fc.record({
    contact: fc.boolean(),
    declared: fc.option(
      fc.record({
        roles: fc.subarray(["peer", "friend", "mentor"]),
        context: fc.constantFrom("professional", "personal", "both", null),
        circle: fc.constantFrom("trusted", "golf", null),
      }),
    ),
  }) as fc.Arbitrary<Acquaintance>;
  fc.assert(
    fc.property(anyFrame, anyone, (frame, acquaintance) => {
      const viewer = audiencesOf(acquaintance);
      const shown = showFields(profile, frame, viewer) as Record<string, unknown>;
      for (const field of framedFields) {
        const audience: Audience = frame[field];
        const may = audience !== "private" && viewer.has(audience);
        const blank = Array.isArray(profile[field]) ? [] : null;
        t.same(shown[field], may ? profile[field] : blank);
      }
    }),
    { numRuns: 200 },
  );
});

t.test("own choices hold over the tenant's, the tenant's over the defaults", async (t) => {
  const frame = resolveFrame({ skills: "private" }, { skills: "public", emails: "network" });
  t.equal(frame.skills, "private");
  t.equal(frame.emails, "network");
  t.equal(frame.name, defaultFrame.name);
});

t.test("somebody who hides the name is found by those in contact only", async (t) => {
  const frame = resolveFrame({ name: "trusted" });
  t.equal(isFound(frame, audiencesOf(stranger), false), false);
  t.equal(isFound(frame, audiencesOf({ contact: true, declared: null }), true), true);
  t.equal(isFound(frame, audiencesOf(declared({ circle: "trusted" })), false), true);
});

t.test("of two audiences the narrower holds", async (t) => {
  t.equal(narrower("public", "private"), "private");
  t.equal(narrower("trusted", "network"), "trusted");
  t.equal(narrower("trusted", "colleagues"), "private");
  t.equal(narrower("network", "network"), "network");
});
