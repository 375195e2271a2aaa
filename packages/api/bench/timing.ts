/**
 * Whether the time of an answer tells an id of another tenant from one that names nothing.
 *
 *   pnpm bench timing [--pairs 5000] [--operation people.get …] [--seed 1]
 *
 * Interleaved pairs, in random order, over one connection; without --operation, every operation that
 * reads one thing by its id.
 */
import { parseArgs } from "node:util";
import { buildRequest, type Fixture, fixture } from "../src/testing/fixture.ts";
import { idPositions } from "../src/testing/id-positions.ts";
import { type Operation, operationsOf } from "../src/testing/operations.ts";
import { areaUnderCurve, bootstrap, randomOf } from "./support/distinguishable.ts";
import { httpClient } from "./support/http-client.ts";
import { startService } from "./support/service.ts";

const { values } = parseArgs({
  options: {
    pairs: { type: "string", default: "5000" },
    operation: { type: "string", multiple: true, default: [] },
    seed: { type: "string", default: "1" },
  },
});
const pairCount = Number(values.pairs);
const random = randomOf(Number(values.seed));
const victims = 20;
const base32 = "0123456789abcdefghjkmnpqrstvwxyz";

/** Of the same moment, so that it stands at the same place of an index; but it names nothing. */
function namingNothing(id: string): string {
  if (id.startsWith("ext:")) return `ext:nobod${id.slice("ext:victi".length)}`;
  if (!id.includes("_")) return id.replace(/[0-9a-f]{16}$/, () => digits(16, "0123456789abcdef"));
  return id.slice(0, -12) + digits(12, base32);
}
const digits = (count: number, alphabet: string) =>
  Array.from({ length: count }, () => alphabet[Math.floor(random() * alphabet.length)]).join("");

const service = await startService();
let distinguishable = 0;
try {
  const { api } = service;
  const document = await (await fetch(`${api}/openapi.json`)).json();
  const operations = operationsOf({ swagger: () => document as never });
  const theirs: Fixture[] = [];
  for (let index = 0; index < victims; index++) {
    const victim = httpClient(api, await service.createTenant(`Victim ${index}`, "test"));
    theirs.push(
      await fixture(
        victim,
        ["victim", "vincent", "vera"].map((name) => name + index),
      ),
    );
    victim.close();
  }
  const account = await service.createTenant("Attacker", "test");
  const own = await fixture(httpClient(api, account));

  const measured = operations.filter(({ id, method }) =>
    values.operation.length > 0 ? values.operation.includes(id) : method === "GET",
  );
  console.log(`${pairCount} pairs for each place of an id, ${victims} tenants attacked`);
  for (const operation of measured) {
    for (const { name, kind, put } of idPositions(operation)) {
      const ways: [string, (index: number) => string][] = [
        [name, (index) => theirs[index]?.[kind] ?? ""],
      ];
      if (kind === "person") ways.push([`${name} by ext:`, (index) => `ext:victim${index}`]);
      for (const [place, idOf] of ways) await measure(operation, place, put, idOf);
    }
  }

  async function measure(
    operation: Operation,
    place: string,
    put: ReturnType<typeof idPositions>[number]["put"],
    idOf: (index: number) => string,
  ) {
    const attacker = httpClient(api, account);
    const took = async (id: string) => {
      const { method, url, body } = buildRequest(operation, own, put(id));
      const startedAt = process.hrtime.bigint();
      const { status } = await attacker.call(method, url, body === undefined ? {} : { body });
      return { status, ns: Number(process.hrtime.bigint() - startedAt) };
    };
    const pairs: [number, number][] = [];
    const statuses = new Set<number>();
    for (let pair = -50; pair < pairCount; pair++) {
      const id = idOf(Math.floor(random() * victims));
      const nothing = namingNothing(id);
      const isFirst = random() < 0.5;
      const first = await took(isFirst ? id : nothing);
      const second = await took(isFirst ? nothing : id);
      statuses.add(first.status).add(second.status);
      // The first few find no statement prepared.
      if (pair >= 0) pairs.push(isFirst ? [first.ns, second.ns] : [second.ns, first.ns]);
    }
    attacker.close();
    if ([...statuses].some((status) => status < 400)) {
      console.log(`       ${operation.id}, ${place}: is not refused, nothing to tell apart`);
      return;
    }
    const area = areaUnderCurve(pairs);
    const [low, high] = bootstrap(pairs, { draws: 200, random });
    const passed = area >= 0.48 && area <= 0.52;
    if (!passed) distinguishable++;
    const median = (side: 0 | 1) =>
      (
        (pairs.map((pair) => pair[side]).sort((a, b) => a - b)[pairs.length >> 1] ?? 0) / 1e6
      ).toFixed(3);
    console.log(
      `${passed ? "ok    " : "FAILED"} ${operation.id}, ${place}: AUC ${area.toFixed(4)} (95 %: ${low.toFixed(4)} to ${high.toFixed(4)}); median ${median(0)} and ${median(1)} ms; ${[...statuses].join(" ")}`,
    );
  }
} finally {
  await service.stop();
}
console.log(`${distinguishable} can be told apart`);
process.exitCode = distinguishable === 0 ? 0 : 1;
