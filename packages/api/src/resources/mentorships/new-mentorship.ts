import { newUuid } from "../../http/ids.ts";
import type { StoredMentorship } from "./queries.ts";

type Proposal = Pick<StoredMentorship, "programId" | "mentorId" | "menteeId" | "topics" | "fit">;

/** A mentorship as it is proposed: by one of the two, who has accepted so, or by a programme. */
export const newMentorship = (
  proposal: Proposal,
  by: "mentor" | "mentee" | null,
  at: number,
): StoredMentorship => ({
  ...proposal,
  id: newUuid(at),
  state: "proposed",
  mentorAccepted: by === "mentor",
  menteeAccepted: by === "mentee",
  startedAt: null,
  endedAt: null,
  mentorReflection: null,
  menteeReflection: null,
  revision: 1,
  createdAt: at,
  updatedAt: at,
});
