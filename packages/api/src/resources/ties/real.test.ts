import t from "tap";
import { testApi, testStart } from "../../testing/test-api.ts";
import { type Contact, recordContacts } from "./testing/contacts.ts";

const daysAgo = (days: number) => testStart - days * 86_400_000;
const url = "/v1/ties/ext:ada/ext:bea";

/** Weekly contact with help both ways. */
const contacts = Array.from({ length: 20 }, (_, week): Contact => {
  const [from, to] = week % 2 ? ["ada", "bea"] : ["bea", "ada"];
  return [from, to, daysAgo(7 * week + 1), week % 4 < 2 ? "advice" : "call"];
});

t.test("a real tie", async (t) => {
  const api = await testApi(t);
  const client = await api.client();
  await recordContacts(client, contacts);

  t.test("has an incentive from the log alone, and no known capability", async (t) => {
    const { real } = (await client.get(url)).body;
    t.ok(real.incentive > 0.5 && real.incentive < 1, real.incentive);
    t.match(real, { capability: null, isReal: null });
    t.same(
      real.reasons.map(({ code }: { code: string }) => code),
      ["builtUp", "inTouch", "youHelped", "theyHelped", "youUnknown", "theyUnknown"],
    );
  });

  t.test("reads skills, present positions and interests of both", async (t) => {
    await client.patch("/v1/people/ext:ada", {
      skills: ["Contract law"],
      interests: ["Example Works", "sailing"],
    });
    await client.patch("/v1/people/ext:bea", {
      interests: ["contract  LAW"],
      positions: [
        { organization: "Example Works", from: "2024" },
        { organization: "Sailing", to: "2025-06" },
      ],
    });
    const { real } = (await client.get(url)).body;
    t.match(real, { capability: 0.5, isReal: true });
    t.same(real.reasons.slice(-2), [
      {
        code: "youCanHelpWith",
        of: "capability",
        speaksFor: true,
        words: ["contract  LAW"],
        detail: "You can help them with contract  LAW.",
      },
      {
        code: "theyCanHelpWith",
        of: "capability",
        speaksFor: true,
        words: ["Example Works"],
        detail: "They can help you with Example Works.",
      },
    ]);
    const then = (await client.get(`${url}?at=2025-06-15T00:00:00Z`)).body.real;
    t.match(then, { incentive: null, capability: 1 }, "she sailed then, and they had not met");
    const other = (await client.get("/v1/ties/ext:bea/ext:ada")).body.real;
    t.match(other, { incentive: real.incentive, capability: real.capability, isReal: true });
    t.equal(other.reasons.at(-2).words[0], "Example Works", "each side reads it from its own end");
    const [listed] = (await client.get("/v1/people/ext:ada/ties")).body.data;
    t.same(listed.real, real);
  });

  t.test("is taken apart in the explanation, and ends with the contact", async (t) => {
    const late = new Date(daysAgo(-2000)).toISOString();
    const { real } = (await client.get(`${url}?at=${late}`)).body;
    t.equal(real.isReal, false);
    const { parts } = (await client.get(`${url}/explanation?at=${late}`)).body;
    const part = (measure: string) =>
      parts.find((part: { measure: string }) => part.measure === measure);
    t.equal(part("real.incentive").value, real.incentive);
    t.equal(part("real.isReal").value, false);
    t.same(part("real.capability.other").inputs, { covered: 1, uncovered: 1 });
    const { strength, recency, helped } = part("real.incentive.own").inputs;
    t.equal(part("real.incentive.own").value, (strength + recency + helped) / 3);
  });
});
