import t from "tap";
import { type PathTie, peopleToMeet } from "../index.ts";

const ties: Record<string, PathTie[]> = {
  me: [
    { to: "ben", probability: 0.8 },
    { to: "cyd", probability: 0.5 },
    { to: "shut", probability: 1 },
    { to: "foe", probability: 1, strained: true },
    { to: "gone", probability: 1, paused: true },
  ],
  ben: [
    { to: "me", probability: 0.8 },
    { to: "eve", probability: 0.5 },
    { to: "foe", probability: 0.9 },
    { to: "kim", probability: 1, strained: true },
  ],
  cyd: [
    { to: "eve", probability: 0.4 },
    { to: "ben", probability: 0.9 },
    { to: "lee", probability: 0 },
  ],
  shut: [{ to: "ann", probability: 1 }],
  foe: [{ to: "ann", probability: 1 }],
  gone: [{ to: "ann", probability: 1 }],
};
const graph = {
  ties: (person: string) => ties[person] ?? [],
  person: (id: string) => ({ degree: 4, openToIntroduce: id !== "shut" }),
};

t.test("adds up all go-betweens, and names them", (t) => {
  const [eve, ...others] = peopleToMeet(graph, "me");
  const damping = Math.log(4);
  const [ben, cyd] = [(0.8 / damping) * 0.5, (0.5 / damping) * 0.4];
  t.ok(Math.abs((eve?.score ?? 0) - (ben + cyd)) < 1e-12);
  t.same(
    eve?.through.map(({ person }) => person),
    ["ben", "cyd"],
  );
  t.same(others, [], "nobody known, strained, closed off or out of reach");
  t.end();
});

t.test("lists no more than asked for", (t) => {
  t.same(peopleToMeet(graph, "me", 0), []);
  t.same(peopleToMeet(graph, "nobody"), []);
  t.end();
});
