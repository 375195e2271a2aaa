import t from "tap";
import { type Band, goalCoverage } from "../index.ts";

const helper = (person: string, band: Band = "active") => ({ person, band });
const contact = (person: string) => ({ person, introducer: "ben" });

t.test("gaps say what is lacking, and nothing where nothing is", async (t) => {
  const gaps = (...args: Parameters<typeof goalCoverage>) => goalCoverage(...args).gaps;
  t.same(gaps("skill", true, [helper("a"), helper("b")], []), []);
  t.same(gaps("skill", false, [helper("a")], []), ["notTold", "oneOnly"]);
  t.same(gaps("skill", true, [], [contact("x")]), ["nobodyYet"]);
  t.same(gaps("role", true, [], []), ["noWayYet"]);
  t.same(gaps("organization", true, [helper("a", "dormant"), helper("b", "fading")], []), [
    "outOfTouch",
  ]);
  t.same(gaps("person", true, [helper("a")], [contact("x")]), []);
});

t.test("what is asked is what the tie carries, and of few people", async (t) => {
  const helpers = ["a", "b", "c", "d"].map((id) => helper(id, id === "b" ? "dormant" : "core"));
  const { suggestedAsks } = goalCoverage("skill", true, helpers, ["x", "y", "z"].map(contact));
  t.same(
    suggestedAsks.map(({ kind, to, about }) => [kind, to, about]),
    [
      ["advice", "a", null],
      ["information", "b", null],
      ["advice", "c", null],
      ["introduction", "ben", "x"],
      ["introduction", "ben", "y"],
    ],
  );
  const person = goalCoverage("person", true, helpers, [contact("x")]);
  t.same(
    person.suggestedAsks.map(({ kind }) => kind),
    ["introduction"],
  );
});
