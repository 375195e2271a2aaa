import assert from "node:assert";
import type { Client } from "../../../testing/test-api.ts";

/** One interaction in brief: from, to, when, and its type (`message` unless given). */
export type Contact = readonly [from: string, to: string, at: number | string, type?: string];

/** Records contacts through the front door; people are made by their `ext:` names on the way. */
export async function recordContacts(client: Client, contacts: readonly Contact[]) {
  const interactions = contacts.map(([from, to, at, type = "message"]) => ({
    type,
    from: `ext:${from}`,
    to: [`ext:${to}`],
    occurredAt: new Date(at).toISOString(),
  }));
  for (let start = 0; start < interactions.length; start += 5000) {
    const part = interactions.slice(start, start + 5000);
    const answer = await client.post("/v1/interactions/batch", {
      interactions: part,
      createPeople: true,
    });
    assert.equal(answer.body.created, part.length, answer.text.slice(0, 1000));
  }
}

export async function createPeople(client: Client, names: readonly string[]) {
  const people = names.map((externalId) => ({ externalId, name: `Name of ${externalId}` }));
  const answer = await client.post("/v1/people/batch", { people });
  assert.equal(answer.status, 200, answer.text);
}
