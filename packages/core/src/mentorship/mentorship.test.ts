import t from "tap";
import {
  type MentorshipAction,
  type MentorshipState,
  mentorshipActions,
  mentorshipActionsOf,
  mentorshipStates,
  moveMentorship,
} from "../index.ts";

const next: Record<MentorshipState, Partial<Record<MentorshipAction, MentorshipState>>> = {
  proposed: { accept: "proposed", decline: "declined" },
  active: { pause: "paused", complete: "completed", end: "ended" },
  paused: { resume: "active", complete: "completed", end: "ended" },
  completed: {},
  ended: {},
  declined: {},
};

t.test("every action in every state by either side", async (t) => {
  for (const state of mentorshipStates) {
    for (const side of ["mentor", "mentee"] as const) {
      const isOn = state !== "proposed" && state !== "declined";
      const standing = { state, accepted: { mentor: isOn, mentee: isOn } };
      for (const action of mentorshipActions) {
        const moved = moveMentorship(standing, side, action);
        t.equal(moved?.state, next[state][action], `${state} ${action} ${side}`);
        t.equal(mentorshipActionsOf(standing, side).includes(action), moved !== null);
      }
    }
  }
});

t.test("it begins when both said yes, and neither can say it for the other", async (t) => {
  for (const [first, second] of [
    ["mentor", "mentee"],
    ["mentee", "mentor"],
  ] as const) {
    const one = moveMentorship(
      { state: "proposed", accepted: { mentor: false, mentee: false } },
      first,
      "accept",
    );
    t.match(one, { state: "proposed", accepted: { [first]: true, [second]: false } });
    if (!one) continue;
    t.equal(moveMentorship(one, first, "accept"), null);
    t.match(moveMentorship(one, second, "accept"), { state: "active" });
  }
});
