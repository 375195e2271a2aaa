import t from "tap";
import { story } from "./testing/story.ts";

t.setTimeout(240_000);

t.test("Dana lets each of them see what she chose, and the rest is hers", async (t) => {
  const { people, inContact, as } = await story(t);
  await people({
    Dana: { headline: "Nurse", location: "Lyon", interests: ["choir"], emails: ["dana@x.org"] },
    Colleague: {},
    Friend: {},
    Stranger: {},
  });
  for (const name of ["Colleague", "Friend"]) await inContact("Dana", name);
  const dana = await as("Dana");
  await dana.frame.update("ext:dana", {
    audiences: { interests: "trusted", location: "colleagues", headline: "network" },
  });
  await dana.ties.update("ext:dana", "ext:colleague", { roles: ["peer"], context: "professional" });
  await dana.ties.update("ext:dana", "ext:friend", {
    roles: ["friend"],
    context: "personal",
    circle: "trusted",
    note: "My oldest friend",
  });
  const seenBy = async (name: string) => {
    const viewer = await as(name);
    const { headline, location, interests } = await viewer.people.get("ext:dana");
    return { headline, location, interests };
  };
  t.same(await seenBy("Colleague"), { headline: "Nurse", location: "Lyon", interests: [] });
  t.match(await seenBy("Friend"), { headline: "Nurse", interests: ["choir"] });
  t.same(await seenBy("Stranger"), { headline: null, location: null, interests: [] });
  const check = await dana.people.asSeenBy("ext:dana", "ext:stranger");
  t.equal(check.person?.headline ?? null, null, "and she can look through their eyes");

  const friend = await as("Friend");
  const theirs = JSON.stringify(await friend.ties.get("ext:friend", "ext:dana"));
  t.notMatch(theirs, /oldest friend|trusted|personal/, "her side of the tie stays hers");
});

t.test("Before Dana is promoted by an old friend, somebody asks how it would look", async (t) => {
  const { platform, people, inContact, as } = await story(t);
  await people({ Boss: {}, Dana: {}, Other: {} });
  await inContact("Boss", "Dana", 20, 5);
  const dana = await as("Dana");
  await dana.ties.update("ext:dana", "ext:boss", { roles: ["manager", "friend"], context: "both" });
  const look = (subject: string) =>
    platform.perceptionChecks.create({ decision: "promotion", decider: "ext:boss", subject });
  const check = await look("ext:dana");
  t.equal(check.concern, "high");
  t.ok(check.reasons.length > 0 && check.reasons.every(({ text }) => text.length > 0));
  t.ok(check.advice.some(({ code }) => code === "recuse" || code === "second_reviewer"));
  t.equal((await look("ext:other")).concern, "none", "and a stranger is no favourite");
});
