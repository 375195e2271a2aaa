import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import t from "tap";
import { testDatabase } from "../db/src/testing/index.ts";
import { load } from "../examples/alumni-association/loading/load.ts";
import { castWellKnown } from "../examples/alumni-association/loading/well-known.ts";
import { simulate } from "../examples/alumni-association/simulation/simulate.ts";
import { systemClock } from "../packages/api/src/clock.ts";
import { createTenant, readConfig, serve } from "../packages/api/src/index.ts";
import { Kith } from "../packages/sdk/src/index.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(`${root}/README.md`, "utf8");
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map(
    ([, text = ""]) => text,
  );

t.setTimeout(240_000);

t.test("the README's calls work on a demo as `pnpm start` loads it", async (t) => {
  const { database, url: databaseUrl } = await testDatabase(t);
  const config = { ...readConfig({}), port: 0, logLevel: "silent" };
  const server = await serve(config, databaseUrl);
  t.teardown(() => server.close());
  const tenant = { name: "Demo alumni", mode: "test" } as const;
  const { key } = await createTenant(database, tenant, systemClock.now());
  const kith = new Kith({ baseUrl: server.url, apiKey: key });
  const start = systemClock.now() - 200 * 86_400_000;
  const demo = castWellKnown(simulate({ seed: 1, people: 60, start, days: 200 }));
  await load(kith, demo, { step: () => () => {}, end: () => {} });

  const env = { ...process.env, KITH_URL: server.url, KITH_API_KEY: key };
  const calls = blocks("sh")
    .flatMap((text) => text.replaceAll("\\\n", " ").split("\n"))
    .filter((line) => line.startsWith("curl "));
  t.equal(calls.length, 2, "each is run");
  const answers: Record<string, unknown>[] = [];
  for (const call of calls) {
    const { stdout } = await promisify(execFile)("sh", ["-c", call], { env });
    answers.push(JSON.parse(stdout));
  }
  const [tie, paths] = answers;
  const [shown] = blocks("json").map((text) => JSON.parse(text) as Record<string, unknown>);
  t.same(
    Object.keys(shown ?? {}).filter((field) => !(field in (tie ?? {}))),
    [],
    "the answer has every field that is shown",
  );
  t.not((paths?.data as unknown[] | undefined)?.length ?? 0, 0, "there is a path from Ada to Alan");

  const names: string[] = [];
  for await (const person of kith.ties.list("ext:ada", { sort: "strength" })) {
    names.push(String(person.person.name));
  }
  t.ok(names.includes("Grace Moreau"), "the SDK's list finds Grace");
});

t.test("the README's commands are those of the package", async (t) => {
  const { scripts } = JSON.parse(readFileSync(`${root}/package.json`, "utf8"));
  for (const [, name = ""] of readme.matchAll(/pnpm@12 (\w+)/g)) t.ok(scripts[name], name);
});
