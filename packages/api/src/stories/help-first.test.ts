import t from "tap";
import { story } from "./testing/story.ts";

t.setTimeout(240_000);

t.test("Rosa sees what she can give, and nobody sees a balance", async (t) => {
  const { people, inContact, happens, as } = await story(t);
  await people({ Rosa: { skills: ["design"] }, Udo: {}, Wanda: {} });
  await inContact("Rosa", "Udo", 12);
  await inContact("Rosa", "Wanda", 12);
  for (let n = 0; n < 3; n++) await happens("advice", "Udo", "Rosa", { externalId: `advice-${n}` });
  const [rosa, udo] = [await as("Rosa"), await as("Udo")];
  await udo.asks.create({
    by: "ext:udo",
    title: "A poster",
    skills: ["Design"],
    audience: { to: "network" },
  });
  const { data } = await rosa.people.waysToHelp("ext:rosa");
  t.match(data[0], { person: { name: "Udo" } }, "what she can do for others, first for him");
  t.notMatch(JSON.stringify(data), /balance|mostlyReceiving|debt|owe/i);

  // He helped more than he was helped; that is for him alone, and for no list of anybody.
  const his = await udo.ties.get("ext:udo", "ext:rosa");
  t.ok((his.reciprocity.balance.help ?? 0) > 0);
  await t.rejects(rosa.ties.get("ext:udo", "ext:rosa"), { code: "not_found" });
  const texts = [
    ...(await rosa.nudges.list("ext:rosa")).data.flatMap(({ text, reason }) => [text, reason]),
    ...(await udo.nudges.list("ext:udo")).data.flatMap(({ text, reason }) => [text, reason]),
  ];
  for (const text of texts)
    t.notMatch(text, /balance|owe|debt|in return|score|\bmore than\b/i, text);
});
