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

/** What must be true for an operation to be possible, where the fixture's things are further on. */
export const preparations: Readonly<Record<string, Preparation>> = {
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
