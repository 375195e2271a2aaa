import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { requireMatch } from "../../http/etag.ts";
import { parsePersonRef } from "./person-refs.ts";
import { applyInput, emptyProfile, type ProfileInput, type StoredPerson } from "./profile.ts";
import { refuseFaults } from "./refuse-faults.ts";
import { changePerson, lockPerson } from "./update-person.ts";
import { type Upserted, upsertPeople } from "./upsert-people.ts";

interface Input {
  person: string;
  body: ProfileInput & { externalId?: string };
  ifMatch: string | undefined;
}

/** Gives a person the whole profile; one named by an external id is created when missing. */
export async function upsertPerson(ctx: Context, input: Input): Promise<Upserted> {
  const { person, body, ifMatch } = input;
  refuseFaults(body);
  const ref = parsePersonRef(person);
  const profile = applyInput(emptyProfile, body);
  if (ref === null || "id" in ref) {
    const stored = await lockPerson(ctx, person);
    requireMatch(ifMatch, stored.revision);
    const { externalId = stored.externalId } = body;
    const next = await changePerson(ctx, stored, externalId, profile);
    return { person: next, outcome: next.revision === stored.revision ? "unchanged" : "updated" };
  }
  const judge = (stored: StoredPerson) => {
    requireMatch(ifMatch, stored.revision);
    refuseOtherId(body.externalId, [ref.externalId, stored.externalId]);
  };
  const upserted = await upsertPeople(ctx, new Map([[ref.externalId, profile]]), judge);
  const result = upserted.get(ref.externalId);
  if (!result) throw new Error("an upsert must answer for what it was asked");
  if (result.outcome === "created") {
    refuseOtherId(body.externalId, [ref.externalId]);
    if (ifMatch !== undefined) throw gone();
  }
  return result;
}

function refuseOtherId(given: string | undefined, allowed: (string | null)[]): void {
  if (given === undefined || allowed.includes(given)) return;
  throw new Problem("invalid_request", "The path and the body name two external ids.", {
    errors: [
      { pointer: "/externalId", detail: "must be the one in the path; PATCH can change it" },
    ],
  });
}

const gone = () =>
  new Problem("precondition_failed", "There is no such person to match.", {
    errors: [{ pointer: "header:if-match", detail: "leave it out to create the person" }],
  });
