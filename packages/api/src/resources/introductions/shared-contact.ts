import { contactSharedUntil } from "@kith/core";
import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { readPeople } from "../people/queries.ts";
import type { SeenIntroduction } from "./find-introduction.ts";

/** Which of their addresses a person shares: the one they name, none for null, else their first. */
export async function chooseEmail(
  { tx }: Context,
  personId: string,
  chosen: string | null | undefined,
): Promise<string | null> {
  if (chosen === null) return null;
  const [person] = await readPeople(tx, [personId]);
  const emails = person?.emails ?? [];
  if (chosen === undefined) return emails[0] ?? null;
  if (emails.includes(chosen)) return chosen;
  throw new Problem("invalid_request", "The address is none of the profile's.", {
    errors: [{ pointer: "/email", detail: "must be one of the person's `emails`, or null" }],
  });
}

export interface SharedContact {
  /** null where the other shares none. */
  email: string | null;
  until: number;
}

/**
 * The other one's address, for requester and target, while the introduction lets them see it. An
 * address that its owner took out of their profile is shown no more.
 */
export async function readSharedContacts(
  { tx, now }: Context,
  all: readonly SeenIntroduction[],
): Promise<Map<string, SharedContact>> {
  const shared = all.flatMap(({ introduction, role }) => {
    const until = contactSharedUntil(introduction, now);
    if (until === null) return [];
    const { id, requesterId, requesterEmail, targetId, targetEmail } = introduction;
    if (role === "requester") return [{ id, until, owner: targetId, email: targetEmail }];
    if (role === "target") return [{ id, until, owner: requesterId, email: requesterEmail }];
    return [];
  });
  if (shared.length === 0) return new Map();
  const people = await readPeople(tx, [...new Set(shared.map(({ owner }) => owner))]);
  const emailsOf = new Map(people.map(({ id, emails }) => [id, emails]));
  return new Map(
    shared.map(({ id, until, owner, email }) => {
      const isStill = email !== null && emailsOf.get(owner)?.includes(email);
      return [id, { email: isStill ? email : null, until }];
    }),
  );
}
