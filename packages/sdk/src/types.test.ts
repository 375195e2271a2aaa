import t from "tap";
import {
  isProblem,
  type Kith,
  type KithOptions,
  type KithProblem,
  type Person,
  type ProblemCode,
  type Tie,
} from "./index.ts";

/** Compiles only when both types are the same. */
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>): void => {};

/** Never run: `pnpm types` reads it. Each `@ts-expect-error` stands over the smallest mistake. */
export async function uses(kith: Kith, error: unknown): Promise<void> {
  const person = await kith.people.get("ext:ada");
  same<typeof person, Person>(true);
  person.id.trim();
  // @ts-expect-error a field that a person does not have
  person.nickname;
  // @ts-expect-error an id is a text
  await kith.people.get(7);
  // @ts-expect-error both sides of a tie are needed
  await kith.ties.get("ext:ada");

  await kith.people.list({ q: "an", limit: 5, signal: new AbortController().signal });
  // @ts-expect-error a limit is a number
  await kith.people.list({ limit: "5" });
  // @ts-expect-error a query parameter that people.list does not have
  await kith.people.list({ colour: "red" });
  // @ts-expect-error only what writes takes an idempotency key
  await kith.people.list({ idempotencyKey: "k" });
  for await (const item of kith.people.list()) item.id.trim();
  // @ts-expect-error items, not pages
  for await (const item of kith.people.list()) item.nextCursor;
  for await (const page of kith.people.list().pages()) page.nextCursor?.trim();

  const { data, etag } = await kith.ties.get("ext:a", "ext:b").withResponse();
  same<typeof data, Tie>(true);
  same<typeof etag, string | null>(true);
  await kith.people.update("ext:ada", { name: "Ada" }, { ifMatch: etag ?? undefined });
  // @ts-expect-error reading takes no If-Match
  await kith.people.get("ext:ada", { ifMatch: '"1"' });
  // @ts-expect-error a band that does not exist
  data.band === "lukewarm";

  // @ts-expect-error a name is a text
  await kith.people.create({ name: 7 });
  await kith.interactions.createBatch("{}\n", { idempotencyKey: "k" });
  // @ts-expect-error one interaction is no batch
  await kith.interactions.createBatch({ type: "call" });
  same<Awaited<ReturnType<Kith["interactions"]["delete"]>>, void>(true);

  if (isProblem(error, "not_found", "conflict")) {
    same<typeof error, KithProblem<"not_found" | "conflict">>(true);
    // @ts-expect-error narrowed to two codes
    error.code === "rate_limited";
  }
  if (isProblem(error)) same<typeof error, KithProblem<ProblemCode>>(true);
  // @ts-expect-error no code of the list
  isProblem(error, "not_fuond");
}

export const options = {
  key: { baseUrl: "https://kith.example", apiKey: "k" } satisfies KithOptions,
  token: { baseUrl: "https://kith.example", token: async () => "t" } satisfies KithOptions,
  // @ts-expect-error a key or a token, not both
  both: { baseUrl: "https://kith.example", apiKey: "k", token: "t" } satisfies KithOptions,
  // @ts-expect-error one of both
  none: { baseUrl: "https://kith.example" } satisfies KithOptions,
};

t.pass("compiled by `pnpm types`");
