import assert from "node:assert";
import type { IntroductionRole } from "@kith/core";
import type { Answer, CallOptions, Client } from "../../../testing/test-api.ts";

/** Three people of whom the first knows the second, and that one the third. */
export type Trio = Readonly<Record<IntroductionRole, string>>;

let count = 0;

/** A new trio in a tenant, each with an address of their own. */
export async function newTrio(client: Client, occurredAt = "2026-02-20T12:00:00Z"): Promise<Trio> {
  const suffix = ++count;
  const of = (role: string) => `ext:${role}-${suffix}`;
  const trio = { requester: of("ruth"), introducer: of("ines"), target: of("tom") };
  await client.post(
    "/v1/people/batch",
    Object.values(trio).map((ref) => {
      const externalId = ref.slice("ext:".length);
      return { externalId, name: externalId, emails: [`${externalId}@example.org`] };
    }),
  );
  const met = (from: string, to: string) => ({ type: "meeting", from, to: [to], occurredAt });
  const answer = await client.post("/v1/interactions/batch", [
    met(trio.requester, trio.introducer),
    met(trio.introducer, trio.target),
  ]);
  assert.equal(answer.body.created, 2, answer.text);
  return trio;
}

/** The requester asks, and answers what they are told. */
export const ask = (
  client: Client,
  { requester: by, introducer, target }: Trio,
  more: Record<string, unknown> = {},
  options: CallOptions = {},
): Promise<Answer> =>
  client.post(
    "/v1/introductions",
    { by, introducer, target, blurb: "I would like to learn from you.", ...more },
    options,
  );

/** One introduction with the hands and eyes of its people. */
export class Asked {
  readonly id: string;
  readonly #client: Client;
  readonly #trio: Trio;

  constructor(client: Client, trio: Trio, id: string) {
    this.#client = client;
    this.#trio = trio;
    this.id = id;
  }

  static async by(client: Client, trio: Trio, more: Record<string, unknown> = {}): Promise<Asked> {
    const answer = await ask(client, trio, more);
    assert.equal(answer.status, 201, answer.text);
    return new Asked(client, trio, answer.body.id);
  }

  act(
    role: IntroductionRole,
    action: string,
    more: Record<string, unknown> = {},
    options: CallOptions = {},
  ): Promise<Answer> {
    const url = `/v1/introductions/${this.id}/${action}`;
    return this.#client.post(url, { by: this.#trio[role], ...more }, options);
  }

  /** As it is seen by one of the three; without a role, by the platform. */
  see(role?: IntroductionRole): Promise<Answer> {
    const query = role ? `?for=${this.#trio[role]}` : "";
    return this.#client.get(`/v1/introductions/${this.id}${query}`);
  }
}
