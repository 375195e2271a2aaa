import t from "tap";
import { story } from "./testing/story.ts";

t.setTimeout(240_000);

t.test("Ada has forty names in her address book and two real ties", async (t) => {
  const { platform, people, happens, inContact, as } = await story(t);
  const names = Array.from({ length: 40 }, (_, n) => `Contact${n}`);
  const welder = { skills: ["welding"], interests: ["statistics"] };
  const statistician = { skills: ["statistics"], interests: ["welding"] };
  await people({ Ada: statistician, Ben: welder, Cem: welder });
  await people(Object.fromEntries(names.map((name) => [name, {}])));
  for (const name of names) await happens("message", "Ada", name);
  for (const friend of ["Ben", "Cem"]) {
    await inContact("Ada", friend, 20);
    await happens("advice", "Ada", friend);
    await happens("feedback", friend, "Ada");
  }
  const ada = await as("Ada");
  const ties = await ada.ties.list("ext:ada", { limit: 200 });
  t.equal(ties.data.length, 42);
  const strongest = ties.data.slice(0, 2).map(({ person }) => person.name);
  t.same(new Set(strongest), new Set(["Ben", "Cem"]));
  const real = ties.data.filter(({ real }) => real.isReal);
  t.same(new Set(real.map(({ person }) => person.name)), new Set(["Ben", "Cem"]));
  const weakest = ties.data.at(-1);
  t.ok((weakest?.strength ?? 1) < 0.2, "a name is no strength");

  const { dimensions } = await ada.health.get("ext:ada");
  t.equal(dimensions.quality.value, 2, "the health of her network speaks of the two");
  t.equal(dimensions.quality.figures.ties, 42);
  const strong = await platform.ties.list("ext:ada", { minStrength: 0.4 });
  t.equal(strong.data.length, 2);
});
