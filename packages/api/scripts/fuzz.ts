/**
 * `pnpm test:fuzz [--seed 1] [--requests 300] [--operation people.get]`: generated requests against
 * every operation of the OpenAPI document, on a throw-away database.
 */
import { parseArgs } from "node:util";
import { fuzzOperation } from "../src/testing/fuzz/fuzz-operation.ts";
import { fuzzRawHttp } from "../src/testing/fuzz/fuzz-raw-http.ts";
import { operationsOf } from "../src/testing/operations.ts";
import { testApi } from "../src/testing/test-api.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  options: {
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    requests: { type: "string", default: "300" },
    operation: { type: "string" },
  },
});
const [seed, requests] = [Number(values.seed), Number(values.requests)];
if (!Number.isInteger(seed) || !Number.isInteger(requests) || requests < 1) {
  throw new Error("--seed and --requests must be whole numbers, --requests at least 1.");
}

const unforeseen: unknown[] = [];
process.on("unhandledRejection", (reason) => unforeseen.push(reason));
const ends: (() => unknown)[] = [];
const api = await testApi({ teardown: (end) => ends.unshift(end) }, { rateLimitPerMinute: 0 });
const all = operationsOf(api.app);
const operations = all.filter(
  ({ id }) => values.operation === undefined || id === values.operation,
);
if (operations.length === 0) {
  throw new Error(
    `There is no operation ${values.operation}: ${all.map(({ id }) => id).join(", ")}`,
  );
}

let failures = 0;
let sent = 0;
let accepted = 0;
const fail = (name: string, what: string, curl: string) => {
  failures++;
  console.log(`FAIL ${name}\n     ${what.replaceAll("\n", "\n     ").slice(0, 3_000)}`);
  console.log(`     ${curl.slice(0, 4_000)}`);
  const again = `pnpm test:fuzz --seed ${seed} --requests ${requests} --operation ${name}`;
  if (all.some(({ id }) => id === name)) console.log(`     again: ${again}`);
};

try {
  for (const operation of operations) {
    const result = await fuzzOperation(api, operation, { seed, requests });
    sent += result.sent;
    accepted += result.accepted;
    const { failure } = result;
    if (failure) fail(operation.id, failure.what, failure.curl);
    else console.log(`ok   ${operation.id} (${result.sent} sent, ${result.accepted} accepted)`);
  }
  if (values.operation === undefined) {
    const raw = await fuzzRawHttp(api, { seed, requests });
    sent += raw.sent;
    for (const { what, bytes } of raw.failures) fail("raw HTTP", what, JSON.stringify(bytes));
    if (raw.failures.length === 0) console.log(`ok   raw HTTP (${raw.sent} messages)`);
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
  for (const reason of unforeseen) fail("unhandled rejection", String(reason), "");
  console.log(
    `seed ${seed}: ${operations.length} operations, ${sent} requests, ${accepted} accepted`,
  );
  console.log(`${failures} failed`);
} finally {
  for (const end of ends) await end();
}
process.exitCode = failures === 0 ? 0 : 1;
