import assert from "node:assert";
import type { Operation } from "./operations.ts";
import type { Client } from "./test-api.ts";

/** Ids of one tenant's things, to be put wherever an operation takes one. */
export interface Fixture {
  person: string;
  otherPerson: string;
  interaction: string;
  apiKey: string;
  signingSecret: string;
  erasureReceipt: string;
  suppression: string;
  mentorshipProgram: string;
  mentorship: string;
  session: string;
  introduction: string;
  ask: string;
  offer: string;
  goal: string;
  nudge: string;
  gathering: string;
  milestone: string;
}

/** Ids of the right form that name nothing. */
export const missing: Fixture = {
  person: "per_01h455vb4pex5vsknk084sn02q",
  otherPerson: "per_01h455vb4pex5vsknk084sn02r",
  interaction: "int_01h455vb4pex5vsknk084sn02q",
  apiKey: "key_01h455vb4pex5vsknk084sn02q",
  signingSecret: "sig_01h455vb4pex5vsknk084sn02q",
  erasureReceipt: "era_01h455vb4pex5vsknk084sn02q",
  suppression: "5f1c0b9e8d7a6c5b4a392817061524334251607f8e9dacbbcad9e8f7061524ab",
  mentorshipProgram: "mpr_01h455vb4pex5vsknk084sn02q",
  mentorship: "mnt_01h455vb4pex5vsknk084sn02q",
  session: "ses_01h455vb4pex5vsknk084sn02q",
  introduction: "itr_01h455vb4pex5vsknk084sn02q",
  ask: "ask_01h455vb4pex5vsknk084sn02q",
  offer: "off_01h455vb4pex5vsknk084sn02q",
  goal: "goa_01h455vb4pex5vsknk084sn02q",
  nudge: "nud_01h455vb4pex5vsknk084sn02q",
  gathering: "gat_01h455vb4pex5vsknk084sn02q",
  milestone: "mil_01h455vb4pex5vsknk084sn02q",
};

/** The people that the documented examples speak of, and one more of each thing with an id. */
export async function fixture(client: Client, names = ["ada", "grace", "alan"]): Promise<Fixture> {
  const people = [];
  for (const name of names) {
    const answer = await client.put(`/v1/people/ext:${name}`, { name: `Canary ${name}` });
    assert.ok(answer.status < 300, answer.text);
    people.push(answer.body.id);
  }
  const [from = "", to = ""] = names.map((name) => `ext:${name}`);
  const interaction = await client.post("/v1/interactions", {
    type: "meeting",
    from,
    to: [to],
    occurredAt: "2026-02-20T12:00:00Z",
    externalId: `meeting-${names[0]}`,
  });
  assert.equal(interaction.status, 201, interaction.text);
  const introduction = await askForIntroduction(client, `ext:${names[2]}`, from, to);
  const ask = await client.post("/v1/asks", { by: from, title: "A canary of an ask" });
  const offer = await client.post("/v1/offers", {
    by: from,
    kinds: ["advice"],
    title: "A canary of an offer",
  });
  const goal = await client.post("/v1/goals", { by: from, target: { skill: "Canaries" } });
  const dinner = { title: "A canary of a dinner", startsAt: "2026-03-01T18:00:00Z" };
  const gathering = await client.post("/v1/gatherings", dinner);
  for (const guest of [from, to]) {
    const place = `/v1/gatherings/${gathering.body.id}/attendees/${guest}`;
    await client.put(place, { response: "going" });
  }
  const told = { by: from, kind: "award", title: "A canary of an award", date: "2026-03-01" };
  const milestone = await client.post("/v1/milestones", { ...told, audience: "private" });
  const key = await client.post("/v1/api-keys", { name: "spare", scopes: ["people:read"] });
  const secret = await client.post("/v1/signing-secrets", { name: "spare" });
  const gone = { externalId: `erased-${names[0]}` };
  await client.put(`/v1/people/ext:${gone.externalId}`, {});
  const erased = await client.delete(`/v1/people/ext:${gone.externalId}`);
  const suppressed = await client.get(`/v1/suppressions?externalId=${gone.externalId}`);
  return {
    person: people[0],
    otherPerson: people[1],
    interaction: interaction.body.id,
    apiKey: key.body.id,
    signingSecret: secret.body.id,
    erasureReceipt: erased.body.receipt.id,
    suppression: suppressed.body.data[0].hash,
    ...(await mentoring(client, from, `ext:${names[2]}`)),
    introduction,
    ask: ask.body.id,
    offer: offer.body.id,
    goal: goal.body.id,
    nudge: await nudgeOf(client, from, to),
    gathering: gathering.body.id,
    milestone: milestone.body.id,
  };
}

/** What the person could do for somebody who helped them. */
async function nudgeOf(client: Client, person: string, helper: string) {
  const helped = {
    type: "support",
    from: helper,
    to: [person],
    occurredAt: "2026-02-26T12:00:00Z",
  };
  await client.post("/v1/interactions", helped);
  const answer = await client.get(`/v1/people/${person}/nudges`);
  assert.equal(answer.status, 200, answer.text);
  return answer.body.data[0].id as string;
}

/** A request that waits for the introducer, from somebody they knew long ago. */
async function askForIntroduction(client: Client, by: string, introducer: string, target: string) {
  const known = { type: "call", from: by, to: [introducer], occurredAt: "2019-02-20T12:00:00Z" };
  await client.post("/v1/interactions", known);
  const request = { by, introducer, target, blurb: "A canary of a blurb" };
  const answer = await client.post("/v1/introductions", request);
  assert.equal(answer.status, 201, answer.text);
  return answer.body.id as string;
}

/** A programme, and a mentorship under way outside of it with a session. */
async function mentoring(client: Client, mentee: string, mentor: string) {
  const program = await client.post("/v1/mentorship-programs", { name: "Canary" });
  const joined = await client.put(
    `/v1/mentorship-programs/${program.body.id}/participants/${mentee}`,
    { seeks: true, capacity: 0, wants: ["canary"], offers: [] },
  );
  assert.equal(joined.status, 201, joined.text);
  const people = { by: mentee, mentor, mentee };
  const mentorship = await client.post("/v1/mentorships", { ...people, topics: ["canary"] });
  const url = `/v1/mentorships/${mentorship.body.id}`;
  const accepted = await client.post(`${url}/accept`, { by: mentor });
  assert.equal(accepted.status, 200, accepted.text);
  const startsAt = "2026-03-09T15:00:00Z";
  const session = await client.post(`${url}/sessions`, { by: mentee, startsAt });
  return {
    mentorshipProgram: program.body.id,
    mentorship: mentorship.body.id,
    session: session.body.id,
  };
}

/** What stands in a request in place of the examples. */
export interface Replaced {
  parameters?: Record<string, string>;
  body?: unknown;
  /** Of a body that is no JSON document, but text. */
  mediaType?: string;
}

export interface BuiltRequest {
  method: string;
  url: string;
  body: unknown;
  mediaType?: string;
}

/** A valid request for an operation, from its documented example and the tenant's own ids. */
export function buildRequest(
  operation: Operation,
  ids: Fixture,
  replaced: Replaced = {},
): BuiltRequest {
  const query = new URLSearchParams();
  let url = operation.path;
  let people = 0;
  // Whose path it is comes first: the other person is whom the query names.
  const isInPath = ({ in: place }: { in: string }) => Number(place === "path");
  const parameters = [...operation.parameters].sort((x, y) => isInPath(y) - isInPath(x));
  for (const { name, in: place, required, schema } of parameters) {
    const kind = schema["x-id"] as keyof Fixture | undefined;
    const own = kind === "person" && people++ > 0 ? ids.otherPerson : kind && ids[kind];
    const value = replaced.parameters?.[name] ?? own ?? (schema.examples as string[])?.[0];
    if (place === "path") {
      assert.ok(value, `${operation.id}: the path parameter ${name} has no x-id`);
      url = url.replace(`{${name}}`, encodeURIComponent(value));
    } else if (place === "query" && (required || replaced.parameters?.[name] !== undefined)) {
      query.set(name, value ?? "");
    }
  }
  const body = "body" in replaced ? replaced.body : operation.body;
  return {
    method: operation.method,
    url: query.size > 0 ? `${url}?${query}` : url,
    body,
    ...(replaced.mediaType === undefined ? {} : { mediaType: replaced.mediaType }),
  };
}
