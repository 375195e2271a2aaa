import t from "tap";
import { story } from "./testing/story.ts";

t.setTimeout(240_000);

t.test(
  "Once in a while Lena looks at how her network is doing, and acts on one thing",
  async (t) => {
    const { platform, people, inContact, happens, later, as } = await story(t);
    const others = ["Ana", "Bo", "Cy", "Di", "Ed", "Flo"];
    await people(Object.fromEntries(["Lena", "Newcomer", ...others].map((name) => [name, {}])));
    for (const name of others) await inContact("Lena", name, 40, 7);
    for (const name of others) await happens("advice", name, "Lena");
    const lena = await as("Lena");
    const before = await lena.health.get("ext:lena");
    t.equal(before.dimensions.freshness.band, "thriving");

    await later(100);
    const { dimensions } = await lena.health.get("ext:lena");
    const { freshness } = dimensions;
    t.equal(freshness.band, "worthALook", "all of her strong ties went quiet");
    t.ok((freshness.value ?? 1) < (before.dimensions.freshness.value ?? 0));
    t.equal(freshness.trend?.direction, "down", "against her own past, nobody else's");
    t.ok(freshness.nextSteps.length > 0 && freshness.nextSteps.length <= 3);
    for (const { reason, nextSteps } of Object.values(dimensions)) {
      for (const text of [reason, ...nextSteps.map(({ text }) => text)]) {
        t.notMatch(text, /!|debt|owe|score|neglect|fail|should have/i, text);
      }
    }

    for (const { person } of freshness.nextSteps) {
      if (person) await happens("call", "Lena", person.name ?? "");
    }
    const after = await lena.health.get("ext:lena");
    t.ok((after.dimensions.freshness.value ?? 0) > (freshness.value ?? 1), "one call each did it");

    const newcomer = await (await as("Newcomer")).health.get("ext:newcomer");
    for (const { band, value } of Object.values(newcomer.dimensions)) {
      t.same([band, value], ["unknown", null], "who has just come is told that little is known");
    }
    await t.rejects(lena.health.get("ext:ana"), { code: "not_found" }, "it is for oneself alone");
    t.ok((await platform.health.get("ext:ana")).dimensions);
  },
);
