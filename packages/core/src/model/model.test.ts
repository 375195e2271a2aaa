import t from "tap";
import { defaultModel, modelBounds, modelProblems, resolveModel } from "../index.ts";

t.test("every default lies within its own bounds", (t) => {
  for (const [name, { min, max, default: value }] of Object.entries(modelBounds)) {
    t.ok(min <= value && value <= max, name);
  }
  t.same(modelProblems({ ...defaultModel }), []);
  t.end();
});

t.test("a tenant overrides single constants and keeps the rest", (t) => {
  const model = resolveModel({ bandCore: 0.8 });
  t.equal(model.bandCore, 0.8);
  t.equal(model.halfLifeDays, 365);
  t.end();
});

t.test("each bad override is named", (t) => {
  const problems = modelProblems({ halfLifeDays: 0, constructor: 1, kappaScale: "2" });
  t.same(
    problems.map(({ constant }) => constant),
    ["halfLifeDays", "constructor", "kappaScale"],
  );
  t.match(modelProblems({ bandFading: 0.45 }), [{ problem: /bandCore > bandActive/ }]);
  t.match(modelProblems({ recentHalfLifeDays: 365 }), [{ constant: "recentHalfLifeDays" }]);
  t.throws(() => resolveModel({ kappaExponent: Number.NaN }), /from 0.25 to 1.5/);
  t.end();
});
