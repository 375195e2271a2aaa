import { framedFields, permissionOf } from "@kith/core";
import { testSql } from "@kith/db/testing";
import t from "tap";
import { fromString, toUUID } from "typeid-js";
import { buildRequest, fixture, missing, type Replaced } from "./testing/fixture.ts";
import { idPositions } from "./testing/id-positions.ts";
import { canary, plantCanaries } from "./testing/isolation/canaries.ts";
import { rowsWithout } from "./testing/isolation/rows.ts";
import { type Operation, operationsOf } from "./testing/operations.ts";
import { testApi } from "./testing/test-api.ts";

t.setTimeout(600_000);

const api = await testApi(t, { rateLimitPerMinute: 0 });
const operations = operationsOf(api.app);
const client = await api.client();
const own = await fixture(client);
/** What other people of the same tenant have among them. */
const others = await fixture(client, ["bob", "eve", "mel"]);
const token = (await client.post("/v1/member-tokens", { person: own.person })).body.token;

/** In every field something that must never be read by another member. */
async function hidden(name: string): Promise<string> {
  const hush = (field: string) => `hush-${name}-${field}`;
  const { body } = await client.put(`/v1/people/ext:${hush("id")}`, {
    name: hush("name"),
    headline: hush("headline"),
    emails: [`${hush("email")}@example.org`],
    positions: [{ organization: hush("organization"), title: hush("title") }],
    skills: [hush("skill")],
    interests: [hush("interest")],
    values: [hush("value")],
    location: hush("location"),
    metadata: { note: hush("metadata") },
  });
  const audiences = Object.fromEntries(framedFields.map((field) => [field, "private"]));
  await client.put(`/v1/people/${body.id}/frame`, { audiences });
  await client.patch(`/v1/ties/${body.id}/ext:ada`, {
    note: hush("note"),
    circle: hush("circle"),
    roles: ["mentor"],
    paused: true,
  });
  return body.id;
}

const stranger = await hidden("stranger");
const contact = await hidden("contact");
for (const [from, to] of [
  ["ext:ada", contact],
  [contact, stranger],
]) {
  await client.post("/v1/interactions", {
    type: "advice",
    from,
    to: [to],
    occurredAt: "2026-02-20T12:00:00Z",
  });
}
/** Tables that members read of others, by what frames and audiences let them see. */
const seen = ["people", "person_search_keys", "person_aliases", "frames", "mentorship_programs"];
/** What the service itself goes by: texts of our choice would be another tenant than this. */
const needed = ["tenants", "api_keys", "signing_secrets", "rate_counts", "model_calibrations"];
const sql = testSql(t, api.ownerUrl);
const self = toUUID(fromString(own.person));
/** The member, and what they have a part in. */
const mine = Object.entries(own)
  .filter(([kind, id]) => kind !== "otherPerson" && /^[a-z]+_[0-9a-z]{26}$/.test(id))
  .map(([, id]) => toUUID(fromString(id)));
const { planted } = await plantCanaries(sql, client.tenantId, {
  tables: [...seen, ...needed],
  naming: mine,
});
/** With somebody they know a member brings interactions about, such as thanks: that is activity. */
const rowsOfOthers = async () => [
  ...(await rowsWithout(sql, client.tenantId, mine)).filter(
    (row) => ![...needed, "person_activity"].some((table) => row.startsWith(`${table}:`)),
  ),
  ...(
    await sql<{ text: string }[]>`
    select t::text as text from kith.tie_declarations t
    where tenant_id = ${client.tenantId} and to_id = ${self}`
  ).map(({ text }) => text),
];
const before = await rowsOfOthers();

/** What the platform offers to every member. */
const everyones = new Set(["mentorshipProgram"]);

const nobody = "per_01h455vb4pex5vsknk084sn02q";
let probes = 0;
const read: string[] = [];

async function send(operation: Operation, replaced: Replaced) {
  probes++;
  const { method, url, body } = buildRequest(operation, own, replaced);
  const headers = { "x-request-id": "same" };
  const options = { key: token, headers, ...(body === undefined ? {} : { body }) };
  const answer = await client.call(method, url, options);
  read.push(answer.text, JSON.stringify(answer.headers));
  return answer;
}

/** Alike but for the id that was sent. */
const masked = (text: string, sent: string) => text.replaceAll(sent, "<sent>");

for (const operation of operations) {
  t.test(operation.id, async (t) => {
    const permission = permissionOf(operation.id);
    await send(operation, {});
    for (const { name, kind, put } of idPositions(operation)) {
      if (kind !== "person") {
        const theirs = await send(operation, put(others[kind]));
        if (permission === "never") {
          t.equal(theirs.status, 403, `${name}: no member may name it`);
          continue;
        }
        if (everyones.has(kind)) continue;
        const none = await send(operation, put(missing[kind]));
        t.equal(theirs.status, none.status, `${name}: what others have among them is not there`);
        t.equal(masked(theirs.text, others[kind]), masked(none.text, missing[kind]), `${name}`);
        continue;
      }
      const none = await send(operation, put(nobody));
      const byId = await send(operation, put(stranger));
      t.equal(byId.status, none.status, `${name}: who hides from the member is as nobody`);
      t.equal(masked(byId.text, stranger), masked(none.text, nobody), `${name}: to the letter`);
      const noRef = await send(operation, put("ext:nobody"));
      const byRef = await send(operation, put("ext:hush-stranger-id"));
      t.equal(
        masked(byRef.text, "hush-stranger-id"),
        masked(noRef.text, "nobody"),
        `${name}: by the platform's id as well`,
      );
      const isSelf = typeof permission === "object" && name.endsWith(permission.self);
      if (!isSelf) {
        // Whom the member knows may be answered, but not with what is theirs alone.
        await send(operation, put(contact));
        continue;
      }
      for (const other of [contact, own.otherPerson]) {
        const theirs = await send(operation, put(other));
        t.equal(theirs.status, 404, `${name}: of another member's side`);
        t.equal(masked(theirs.text, other), masked(none.text, nobody), `${name}: to the letter`);
      }
    }
  });
}

t.test("searching for what others hide finds nobody", async (t) => {
  const queries = ["skill=hush-stranger-skill", "organization=hush-contact-organization"];
  queries.push("role=hush-contact-title", "email=hush-contact-email@example.org", "q=hush");
  for (const query of queries) {
    const { body } = await client.get(`/v1/people?${query}`, { key: token });
    t.same(body, { data: [], nextCursor: null }, query);
  }
});

t.test("no answer held anything of what was hidden, and nothing of it was changed", async (t) => {
  const sent = ["hush-stranger-id"];
  for (const text of read) {
    const rest = sent.reduce((text, value) => text.replaceAll(value, ""), text);
    t.notOk(rest.includes("hush-"), `hidden: ${rest.slice(0, 500)}`);
    t.notOk(rest.includes(canary), `others': ${rest.slice(0, 500)}`);
  }
  const rows = new Set(await rowsOfOthers());
  t.same(
    before.filter((row) => !rows.has(row)),
    [],
    "no row of others is another",
  );
  t.ok(planted.length > 10, `canaries in ${planted.join(" ")}`);
  t.comment(`${operations.length} operations, ${probes} probes, ${read.length} answers`);
});
