import t from "tap";
import { introducerWillingness } from "../index.ts";

t.test("who is not open to introduce is not willing at all", (t) => {
  t.equal(introducerWillingness({ openToIntroduce: false, reciprocity: 1 }), 0);
  t.end();
});

t.test(
  "waiting introductions and a one-sided history lower willingness, the unknown does not",
  (t) => {
    t.equal(introducerWillingness({ openToIntroduce: true }), 1);
    t.equal(introducerWillingness({ openToIntroduce: true, reciprocity: null }), 1);
    t.equal(introducerWillingness({ openToIntroduce: true, reciprocity: 0 }), 0.5);
    const busy = { openToIntroduce: true, pendingIntroductions: 3, introductionLimit: 4 };
    t.equal(introducerWillingness(busy), 0.25);
    t.equal(introducerWillingness({ ...busy, pendingIntroductions: 9 }), 0);
    t.equal(introducerWillingness({ ...busy, introductionLimit: 0 }), 0);
    t.end();
  },
);
