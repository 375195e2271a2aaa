import type { Fixture } from "./fixture.ts";
import type { Client } from "./test-api.ts";

type Preparation = (client: Client, ids: Fixture) => Promise<Partial<Fixture>>;

/** A mentorship to which the mentee of the fixture has not said yes. */
const proposedMentorship: Preparation = async (client, { mentorship, person }) => {
  const url = `/v1/mentorships/${mentorship}`;
  const mentor = (await client.get(url)).body.mentor.id;
  await client.post(`${url}/end`, { by: person });
  const input = { by: mentor, mentor, mentee: person, topics: ["canary"] };
  return { mentorship: (await client.post("/v1/mentorships", input)).body.id };
};

/** The request that the fixture's introducer could make of the target, by way of whom they know. */
async function ownRequest(client: Client, { introduction }: Fixture) {
  const { requester, introducer, target } = (await client.get(`/v1/introductions/${introduction}`))
    .body;
  const [by, through, to] = [introducer.id, target.id, requester.id];
  const known = { type: "call", from: through, to: [to], occurredAt: "2026-02-20T12:00:00Z" };
  await client.post("/v1/interactions", known);
  return { by, introducer: through, target: to, blurb: "Canary" };
}

const requestedIntroduction: Preparation = async (client, ids) => {
  const request = await ownRequest(client, ids);
  return { introduction: (await client.post("/v1/introductions", request)).body.id };
};

async function act(client: Client, introduction: string, action: string, by: string) {
  await client.post(`/v1/introductions/${introduction}/${action}`, { by });
}

const madeIntroduction: Preparation = async (client, ids) => {
  const { introducer, target, ...request } = await ownRequest(client, ids);
  const answer = await client.post("/v1/introductions", { ...request, introducer, target });
  const introduction = answer.body.id;
  await act(client, introduction, "accept", introducer);
  await act(client, introduction, "accept", target);
  await act(client, introduction, "complete", introducer);
  return { introduction };
};

/** What must be true for an operation to be possible, where the fixture's things are further on. */
export const preparations: Readonly<Record<string, Preparation>> = {
  "introductions.create": async (client, ids) => {
    await ownRequest(client, ids);
    return {};
  },
  "introductions.withdraw": requestedIntroduction,
  "introductions.complete": async (client, { introduction, person, otherPerson }) => {
    await act(client, introduction, "accept", person);
    await act(client, introduction, "accept", otherPerson);
    return {};
  },
  "introductions.thank": madeIntroduction,
  "introductions.report": madeIntroduction,
  "mentorships.create": async (client, { mentorship, person }) => {
    await client.post(`/v1/mentorships/${mentorship}/end`, { by: person });
    return {};
  },
  "mentorships.accept": proposedMentorship,
  "mentorships.decline": proposedMentorship,
  "mentorships.resume": async (client, { mentorship, person }) => {
    await client.post(`/v1/mentorships/${mentorship}/pause`, { by: person });
    return {};
  },
};

/** The ids of things of a tenant for which an operation is possible. */
export async function prepared(operation: string, client: Client, ids: Fixture): Promise<Fixture> {
  return { ...ids, ...(await preparations[operation]?.(client, ids)) };
}
