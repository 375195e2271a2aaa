import fc from "fast-check";
import { type Fixture, fixture } from "../fixture.ts";
import { type Operation, operationsOf } from "../operations.ts";
import type { Answer, Client, TestApi } from "../test-api.ts";
import { curl } from "./curl.ts";
import { type FuzzRequest, requestArbitrary } from "./request-arbitrary.ts";

export interface FuzzResult {
  sent: number;
  /** Answered 2xx: too few would mean that only the checks of input were tried. */
  accepted: number;
  /** The smallest request found that got a wrong answer. */
  failure: { what: string; curl: string } | null;
}

/** Sends requests of one operation until one gets a wrong answer, which is then made small. */
export async function fuzzOperation(
  api: TestApi,
  operation: Operation,
  { seed, requests }: { seed: number; requests: number },
): Promise<FuzzResult> {
  const target = new Target(api, operation);
  let last = "";
  const property = fc.asyncProperty(requestArbitrary(operation), async (request) => {
    const sent = await target.resolve(request);
    last = curl(sent);
    await target.send(sent);
  });
  const { failed, errorInstance, counterexample } = await fc.check(property, {
    seed: seed + hash(operation.id),
    numRuns: requests,
  });
  const { sent, accepted } = target;
  if (!failed) return { sent, accepted, failure: null };
  const what = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  const [smallest] = counterexample ?? [];
  if (smallest) last = curl(await target.resolve(smallest));
  return { sent, accepted, failure: { what, curl: last } };
}

/** Each operation its own sequence, which does not change when others are added. */
const hash = (id: string) =>
  [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);

/** What was deleted, merged or rotated can't be so again. */
const usesUp = ({ method, path }: Operation) =>
  method === "DELETE" || (method === "POST" && path.includes("{"));

/** A tenant to aim at. A new one costs many requests, so operations share it while it is whole. */
interface Field {
  client: Client;
  ids: Fixture;
  furnished: Set<string>;
  accepted: number;
  /** Something was used up, so many requests ago. */
  spentSince: number | null;
}

const fields = new WeakMap<TestApi, Field>();
const mostAccepted = 20;
const mostAfterSpent = 20;

/** One operation, aimed at with a tenant that is replaced before accepted requests have emptied it. */
class Target {
  sent = 0;
  accepted = 0;
  #api: TestApi;
  #operation: Operation;

  constructor(api: TestApi, operation: Operation) {
    this.#api = api;
    this.#operation = operation;
    if (fields.get(api)?.spentSince !== null) fields.delete(api);
  }

  async resolve(request: FuzzRequest): Promise<FuzzRequest> {
    const { ids, client } = await this.#field();
    const put = (text: string) =>
      text.replaceAll(/(?:\{\{|%7B%7B)(\w+)(?:\}\}|%7D%7D)/g, (whole, kind) =>
        Object.hasOwn(ids, kind) ? ids[kind as keyof Fixture] : whole,
      );
    const { body, forge } = request;
    const url = put(request.url);
    return {
      ...request,
      url: forge ? await forgedCursor(client, url, forge) : url,
      ...(typeof body === "string" ? { body: put(body) } : {}),
    };
  }

  async send({ method, url, headers, body }: FuzzRequest): Promise<Answer> {
    const field = await this.#field();
    this.sent++;
    if (field.spentSince !== null) field.spentSince++;
    // The client itself holds every answer against the document: status, code, media type, schema.
    const ask = () =>
      field.client.call(method, url, { headers, ...(body === undefined ? {} : { body }) });
    let answer = await ask();
    // What a busy machine answers: it is none to whoever tries again as it says.
    for (let attempt = 0; answer.status === 503 && attempt < 3; attempt++) {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      answer = await ask();
    }
    if (answer.status >= 500) throw new Error(`${answer.status}: ${answer.text.slice(0, 1_000)}`);
    if (answer.status < 300) {
      this.accepted++;
      if (method !== "GET") field.accepted++;
      if (usesUp(this.#operation)) field.spentSince ??= 0;
    }
    return answer;
  }

  async #field(): Promise<Field> {
    const current = fields.get(this.#api);
    const isWhole =
      current && current.accepted < mostAccepted && (current.spentSince ?? 0) < mostAfterSpent;
    const field = isWhole ? current : await this.#fresh();
    const tag = tagOf(this.#operation);
    if (!field.furnished.has(tag)) {
      field.furnished.add(tag);
      await this.#furnish(field.client);
    }
    return field;
  }

  async #fresh(): Promise<Field> {
    const client = await this.#api.client();
    const ids = await fixture(client);
    const field = { client, ids, furnished: new Set<string>(), accepted: 0, spentSince: null };
    fields.set(this.#api, field);
    return field;
  }

  /** Lists need two items to have a second page. */
  async #furnish(client: Client): Promise<void> {
    for (const operation of operationsOf(this.#api.app)) {
      const { method, path, body } = operation;
      if (method !== "POST" || path.includes("{")) continue;
      if (tagOf(operation) !== tagOf(this.#operation)) continue;
      for (let time = 0; time < 2; time++) await client.post(path, body);
    }
  }
}

const tagOf = ({ id }: Operation): string => id.split(".")[0] ?? id;

/** The cursor of a real page with one part of its sort key replaced. */
async function forgedCursor(
  client: Client,
  url: string,
  { part, value }: { part: number; value: string | number },
): Promise<string> {
  const [path = "", search = ""] = url.split("?");
  const rest = search.split("&").filter((term) => term !== "" && !/^(limit|cursor)=/.test(term));
  const { body } = await client.get(`${path}?${[...rest, "limit=1"].join("&")}`);
  const key = parsed(body?.nextCursor);
  if (!key) return url;
  key[1 + (part % (key.length - 1))] = value;
  const cursor = Buffer.from(JSON.stringify(key)).toString("base64url");
  return `${path}?${[...rest, `cursor=${cursor}`].join("&")}`;
}

function parsed(cursor: unknown): unknown[] | null {
  if (typeof cursor !== "string") return null;
  return JSON.parse(Buffer.from(cursor, "base64url").toString());
}
