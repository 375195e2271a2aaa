import type { Kith } from "@kith/sdk";
import t from "tap";
import { warmPath } from "./warm-path.ts";

const person = (id: string) => ({ id: `per_${id}`, externalId: id, name: null });
const path = {
  people: [person("a"), person("b"), person("c")],
  hops: [
    { from: "per_a", to: "per_b", reason: "in contact on 30 days" },
    { from: "per_b", to: "per_c", reason: "in contact on 20 days" },
  ],
};

function kithWith(answer: (target: string) => object): Kith {
  return {
    ties: {
      async *list() {
        yield { person: person("b") };
      },
    },
    paths: {
      search: ({ to }: { to: { person: string } }) => Promise.resolve(answer(to.person)),
    },
  } as unknown as Kith;
}

t.test("the first stranger with a path is shown, hop by hop", async (t) => {
  const kith = kithWith((target) => ({ data: target === "ext:c" ? [path] : [] }));
  t.strictSame(await warmPath(kith, "a", ["a", "b", "x", "c"]), [
    "a → b → c",
    "a → b: in contact on 30 days",
    "b → c: in contact on 20 days",
  ]);
});

t.test("without a path it says what is lacking", async (t) => {
  const none = kithWith(() => ({ data: [], nearest: { detail: "resume the tie with b" } }));
  t.strictSame(await warmPath(none, "a", ["c"]), ["none from a to c: resume the tie with b"]);
  t.match(await warmPath(none, "a", ["a", "b"]), [/everybody tried is known/]);
});
