import {
  allowedIntroductionActions,
  type IntroductionAction,
  type IntroductionFacts,
  type IntroductionRole,
  introductionActions,
  introductionAsSeenBy,
  introductionRoles,
  MS_PER_DAY,
  moveIntroduction,
  requestedIntroduction,
} from "@kith/core";
import t from "tap";
import { testApi, testStart } from "../../testing/test-api.ts";
import { Asked, newTrio } from "./testing/trio.ts";

type Act = readonly [on: number, role: IntroductionRole, action: IntroductionAction];

const agrees: Act = [1, "introducer", "accept"];
const both: readonly Act[] = [agrees, [2, "target", "accept"]];
const made: readonly Act[] = [...both, [3, "introducer", "complete"]];
const thanked: readonly Act[] = [...made, [4, "requester", "thank"]];

/** A way to every state, and to every look of it. */
const lives: readonly (readonly [name: string, acts: readonly Act[], on: number])[] = [
  ["requested", [], 5],
  ["not answered by the introducer", [], 7],
  ["not answered, and over", [], 14],
  ["introducer agreed", [agrees], 13],
  ["not answered by the target", [agrees], 14],
  ["declined by the introducer", [[1, "introducer", "decline"]], 13],
  ["declined by the introducer, and over", [[1, "introducer", "decline"]], 14],
  ["declined by the target", [agrees, [2, "target", "decline"]], 13],
  ["declined by the target, and over", [agrees, [2, "target", "decline"]], 14],
  ["a yes taken back", [agrees, [2, "introducer", "decline"]], 3],
  ["withdrawn", [[1, "requester", "withdraw"]], 2],
  ["withdrawn after the introducer agreed", [agrees, [2, "requester", "withdraw"]], 2],
  ["both agreed", both, 31],
  ["both agreed, never made", both, 32],
  ["taken back by the target", [...both, [3, "target", "decline"]], 3],
  ["taken back by the introducer", [...both, [3, "introducer", "decline"]], 3],
  ["withdrawn after both agreed", [...both, [3, "requester", "withdraw"]], 3],
  ["made", made, 60],
  ["made, as the requester says", [...both, [3, "requester", "complete"]], 3],
  ["thanked", thanked, 60],
  ["reported without thanks", [...made, [4, "requester", "report"]], 60],
  ["reported", [...thanked, [20, "requester", "report"]], 60],
];

t.setTimeout(300_000);
const api = await testApi(t, { rateLimitPerMinute: 0 });
const client = await api.client();
const at = (day: number) => testStart + day * MS_PER_DAY;

async function live(acts: readonly Act[], on: number): Promise<{ asked: Asked; trio: object }> {
  api.clock.set(testStart);
  const trio = await newTrio(client);
  const asked = await Asked.by(client, trio);
  for (const [day, role, action] of acts) {
    api.clock.set(at(day));
    const { status, text } = await asked.act(role, action);
    if (status !== 200) throw new Error(`${role} ${action}: ${text}`);
  }
  api.clock.set(at(on));
  return { asked, trio };
}

const told = (acts: readonly Act[]): IntroductionFacts =>
  acts.reduce((facts, [day, role, action]) => {
    const step = moveIntroduction(facts, role, action, at(day));
    return "introduction" in step ? step.introduction : facts;
  }, requestedIntroduction(testStart));

let tries = 0;

for (const [name, acts, on] of lives) {
  t.test(
    `${name}: each action by each of the three is done, or refused with what is possible`,
    async (t) => {
      const facts = told(acts);
      const { asked } = await live(acts, on);
      const possible: [IntroductionRole, IntroductionAction][] = [];
      for (const role of introductionRoles) {
        const seen = introductionAsSeenBy(role, facts, at(on));
        const allowed = allowedIntroductionActions(facts, role, at(on));
        const looked = await asked.see(role);
        if (seen === null) t.equal(looked.status, 404, `${role} knows nothing of it`);
        else t.match(looked.body, { state: seen, role, actions: allowed });
        for (const action of introductionActions) {
          tries++;
          if (allowed.includes(action)) {
            possible.push([role, action]);
            continue;
          }
          const { status, body } = await asked.act(role, action);
          if (seen === null) {
            t.equal(status, 404, `${role} ${action}`);
            continue;
          }
          t.match({ status, body }, { status: 409, body: { code: "invalid_state" } });
          t.same(
            body.errors.map(({ detail }: { detail: string }) => detail),
            allowed,
            `${role} ${action}: what is possible`,
          );
          t.same((await asked.see(role)).text, looked.text, `${role} ${action} changed nothing`);
        }
      }
      for (const [role, action] of possible) {
        const another = await live(acts, on);
        const { status, body } = await another.asked.act(role, action);
        const step = moveIntroduction(facts, role, action, at(on));
        const after = "introduction" in step ? step.introduction : facts;
        t.equal(status, 200, `${role} ${action}`);
        t.equal(body.state, introductionAsSeenBy(role, after, at(on)), `${role} ${action}`);
      }
    },
  );
}

t.test("nobody else can do or see anything", async (t) => {
  const { asked } = await live(both, 3);
  const { trio: strangers } = await live([], 3);
  for (const by of Object.values(strangers)) {
    for (const action of introductionActions) {
      const answer = await client.post(`/v1/introductions/${asked.id}/${action}`, { by });
      t.equal(answer.status, 404);
    }
    t.equal((await client.get(`/v1/introductions/${asked.id}?for=${by}`)).status, 404);
  }
  t.comment(`${tries} of state, action and actor`);
});
