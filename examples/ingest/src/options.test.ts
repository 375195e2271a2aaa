import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { readOptions } from "./options.ts";

t.test("the connection is found from any folder below", async (t) => {
  const root = t.testdir({ ".kith": {}, a: {} });
  mkdirSync(join(root, "a", "b"));
  const connection = { url: "http://localhost:1", apiKey: "kith_test_x", tenant: "ten_x" };
  writeFileSync(join(root, ".kith", "dev.json"), JSON.stringify(connection));
  const options = readOptions(["f.csv"], join(root, "a", "b"));
  t.match(options, { file: "f.csv", url: "http://localhost:1", key: "kith_test_x", batch: 5000 });
  t.match(readOptions(["f.csv", "--key", "k"], root), { url: "http://localhost:1", key: "k" });
});

t.test("mistakes are answered with what would do", async (t) => {
  const read = (...args: string[]) =>
    readOptions([...args, "--url", "http://x", "--key", "k"], "/");
  t.throws(() => readOptions(["f.csv"], "/"), /pnpm start/);
  t.throws(() => read(), /give one file/);
  t.throws(() => read("f.csv", "--batch", "0"), /--batch must be a whole number from 1 to 10000/);
  t.throws(() => read("f.csv", "--shufle", "1"), /shufle/);
  t.throws(() => read("f.csv", "--map", "Acked-by"), /"Acked-by" is none/);
  t.strictSame(
    [...read("f.csv", "--map", "A=feedback, B=advice").map],
    [
      ["A", "feedback"],
      ["B", "advice"],
    ],
  );
});
