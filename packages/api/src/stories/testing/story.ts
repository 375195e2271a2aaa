import { Kith } from "@kith/sdk";
import type { Test } from "tap";
import { testApi, testStart } from "../../testing/test-api.ts";

/** A platform with members, told through the SDK over HTTP, on a test clock. */
export interface Story {
  /** The platform's own server. */
  platform: Kith;
  /** A member, in their own browser. */
  as(name: string): Promise<Kith>;
  /** People of these names, as `ext:` ids in lower case, with profiles where given. */
  people(profiles: Record<string, object>): Promise<void>;
  /** One person does something with others, now. */
  happens(type: string, from: string, to: string | string[], more?: object): Promise<void>;
  /** Regular contact: so many times, so many days apart, up to now. */
  inContact(one: string, other: string, times?: number, apartDays?: number): Promise<void>;
  /** Time goes by. */
  later(days: number): Promise<void>;
}

const dayMs = 86_400_000;
const ref = (name: string) => `ext:${name.toLowerCase()}`;

export async function story(t: Test): Promise<Story> {
  const api = await testApi(t, { rateLimitPerMinute: 0 });
  const { key } = await api.client();
  const baseUrl = await api.app.listen({ port: 0, host: "127.0.0.1" });
  const platform = new Kith({ baseUrl, apiKey: key });
  const members = new Map<string, Kith>();
  let now = testStart;

  const interaction = (
    type: string,
    from: string,
    to: string[],
    at: number,
    more: object = {},
  ) => ({
    type,
    from: ref(from),
    to: to.map(ref),
    occurredAt: new Date(at).toISOString(),
    ...more,
  });

  return {
    platform,
    as: async (name) => {
      const known = members.get(name);
      if (known) return known;
      const { token } = await platform.memberTokens.create({ person: ref(name) });
      const member = new Kith({ baseUrl, token });
      members.set(name, member);
      return member;
    },
    people: async (profiles) => {
      const people = Object.entries(profiles).map(([name, profile]) => ({
        externalId: name.toLowerCase(),
        name,
        ...profile,
      }));
      await platform.people.upsertBatch({ people });
    },
    happens: async (type, from, to, more) => {
      await platform.interactions.create(interaction(type, from, [to].flat(), now, more));
    },
    inContact: async (one, other, times = 8, apartDays = 7) => {
      const meetings = Array.from({ length: times }, (_, n) => {
        const [from, to] = n % 2 === 0 ? [one, other] : [other, one];
        return interaction("meeting", from, [to], now - (n * apartDays + 1) * dayMs);
      });
      await platform.interactions.createBatch(meetings);
    },
    later: async (days) => {
      now += days * dayMs;
      await platform.testClock.advance({ days });
    },
  };
}
