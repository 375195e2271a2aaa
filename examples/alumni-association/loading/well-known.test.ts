import t from "tap";
import { simulate } from "../simulation/simulate.ts";
import { castWellKnown } from "./well-known.ts";

t.test("the documented examples find their people in the demo", async (t) => {
  const simulation = simulate({ seed: 1, people: 60, start: Date.UTC(2025, 0, 1), days: 200 });
  const cast = castWellKnown(simulation);
  const met = (a: string, b: string) =>
    cast.interactions.some(
      ({ from, to }) => (from === a && to.includes(b)) || (from === b && to.includes(a)),
    );
  t.ok(met("ada", "grace"), "Ada and Grace are in touch");
  t.ok(met("grace", "alan"), "Grace and Alan too");
  t.notOk(met("ada", "alan"), "Ada never met Alan");
  t.equal(cast.people.length, simulation.people.length, "nobody is added");
  t.equal(cast.interactions.length, simulation.interactions.length, "nothing happens more often");
  const ids = new Set(cast.people.map(({ externalId }) => externalId));
  t.equal(ids.size, cast.people.length);
  t.ok(
    cast.interactions.every(({ from, to }) => [from, ...to].every((id) => ids.has(id))),
    "every interaction is between people who are there",
  );
  t.same(castWellKnown(simulation), cast, "the same choice every time");
});
