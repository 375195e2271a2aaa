import t from "tap";
import { negotiate } from "./negotiate.ts";

const types = ["application/json", "image/svg+xml"] as const;
const [json, svg] = types;

t.test("the type that is wanted most is chosen, and the first one of equals", async (t) => {
  const cases: [accept: string | undefined, chosen: string][] = [
    [undefined, json],
    ["", json],
    ["*/*", json],
    ["application/json", json],
    ["image/svg+xml", svg],
    ["IMAGE/SVG+XML", svg],
    ["image/*", svg],
    ["image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8", svg],
    ["text/html,application/xhtml+xml,*/*;q=0.8", json],
    ["application/json;q=0.4, image/svg+xml;q=0.5", svg],
    ["application/json, */*;q=0.1", json],
    ["application/json;q=0, */*", svg],
    ["image/svg+xml;charset=utf-8", svg],
  ];
  for (const [accept, chosen] of cases) t.equal(negotiate(accept, types), chosen, String(accept));
});

t.test("where none is wanted it is a 406 that says what there is", async (t) => {
  for (const accept of ["text/html", "*/*;q=0", "application/json;q=2", ";;,", "image"]) {
    t.throws(() => negotiate(accept, types), { code: "not_acceptable" }, accept);
  }
});
