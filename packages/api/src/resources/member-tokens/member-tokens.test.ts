import { randomUUID } from "node:crypto";
import { generateKeyPair, importJWK, type JWTPayload, SignJWT } from "jose";
import t from "tap";
import { type Client, testApi } from "../../testing/test-api.ts";

interface Secret {
  id: string;
  tenant: string;
  privateKey: { kty: string; crv: string; d: string; x: string };
}

/** A token as a platform's own server would sign it, with anything in it changed. */
async function mint(
  secret: Secret,
  now: number,
  claims: JWTPayload = {},
  header: { alg?: string; kid?: string; typ?: string } = {},
): Promise<string> {
  const iat = Math.floor(now / 1000);
  const standard = { iss: "kith", tenant: secret.tenant, sub: "ext:ada", jti: randomUUID() };
  return new SignJWT({ ...standard, iat, exp: iat + 600, ...claims })
    .setProtectedHeader({ alg: "EdDSA", typ: "kith-member+jwt", kid: secret.id, ...header })
    .sign(await importJWK({ ...secret.privateKey }, "EdDSA"));
}

const api = await testApi(t);
const start = api.clock.now();
const client = await api.client();
for (const name of ["ada", "grace"]) {
  await client.put(`/v1/people/ext:${name}`, { name: `Canary ${name}` });
}
const create = (body: object) => client.post("/v1/member-tokens", body);
const newSecret = async (of: Client = client): Promise<Secret> =>
  (await of.post("/v1/signing-secrets", { name: "server" })).body;
const read = (key: string, url = "/v1/people/ext:ada") =>
  client.get(url, { key, headers: { "x-request-id": "same" } });

t.afterEach(() => api.clock.set(start));

t.test("a token of the API speaks for its person until it expires", async (t) => {
  const made = await create({ person: "ext:ada", expiresInSeconds: 120 });
  t.equal(made.status, 201);
  t.equal(made.body.expiresAt, new Date(start + 120_000).toISOString());
  t.match(await read(made.body.token), { status: 200, body: { id: made.body.person } });
  api.clock.set(start + 119_000);
  t.equal((await read(made.body.token)).status, 200);
  api.clock.set(start + 121_000);
  t.equal((await read(made.body.token)).status, 401);
});

t.test("a token used just before it expires is not remembered for longer", async (t) => {
  const { token, expiresAt } = (await create({ person: "ext:ada" })).body;
  const end = Date.parse(expiresAt);
  api.clock.set(end - 500);
  t.equal((await read(token)).status, 200);
  api.clock.set(end + 200);
  t.equal((await read(token)).status, 401);
});

t.test("a token is for an hour at most, and for somebody there is", async (t) => {
  t.equal((await create({ person: "ext:ada", expiresInSeconds: 3_601 })).status, 400);
  t.equal((await create({ person: "ext:ada", expiresInSeconds: 29 })).status, 400);
  t.equal((await create({ person: "ext:nobody" })).status, 404);
  t.equal((await create({ person: "ada" })).status, 400);
});

t.test("making tokens needs its own scope, and a member can make none", async (t) => {
  const narrow = await client.post("/v1/api-keys", { name: "x", scopes: ["people:write"] });
  const refused = await client.post(
    "/v1/member-tokens",
    { person: "ext:ada" },
    { key: narrow.body.key },
  );
  t.match(refused, { status: 403, body: { code: "insufficient_scope" } });
  const { body } = await create({ person: "ext:ada" });
  const again = await client.post("/v1/member-tokens", { person: "ext:ada" }, { key: body.token });
  t.equal(again.status, 403);
});

t.test("a server signs tokens itself, and revoking the secret ends them at once", async (t) => {
  const secret = await newSecret();
  const token = await mint(secret, start);
  t.equal((await read(token)).status, 200);
  const { body } = await client.get("/v1/signing-secrets");
  const listed = body.data.find(({ id }: { id: string }) => id === secret.id);
  t.equal(listed.lastUsedAt, new Date(start).toISOString());
  t.notOk(JSON.stringify(body).includes(secret.privateKey.d), "the private key is not listed");
  await client.delete(`/v1/signing-secrets/${secret.id}`);
  t.equal((await read(token)).status, 401);
});

t.test("a revocation holds in another process within a second", async (t) => {
  const other = await testApiBeside();
  const secret = await newSecret();
  const token = await mint(secret, start);
  const there = () =>
    other.inject({ url: "/v1/people/ext:ada", headers: { authorization: `Bearer ${token}` } });
  t.equal((await there()).statusCode, 200);
  await client.delete(`/v1/signing-secrets/${secret.id}`);
  api.clock.set(start + 1_000);
  t.equal((await there()).statusCode, 401);
});

t.test("after a rotation both secrets hold until the overlap ends", async (t) => {
  const old = await newSecret();
  const rotated = await client.post(`/v1/signing-secrets/${old.id}/rotate`, {
    overlapSeconds: 60,
  });
  t.equal(rotated.status, 201);
  t.not(rotated.body.privateKey.d, old.privateKey.d);
  const [oldToken, newToken] = [await mint(old, start), await mint(rotated.body, start)];
  t.equal((await read(oldToken)).status, 200);
  t.equal((await read(newToken)).status, 200);
  api.clock.set(start + 60_001);
  t.equal((await read(oldToken)).status, 401);
  t.equal((await read(newToken)).status, 200);
  const twice = await client.post(`/v1/signing-secrets/${old.id}/rotate`, {});
  t.match(twice, { status: 409, body: { code: "conflict" } });
});

t.test("revoking what Kith itself signs with ends its tokens, and it begins anew", async (t) => {
  const before = (await create({ person: "ext:ada" })).body.token;
  const { data } = (await client.get("/v1/signing-secrets")).body;
  for (const { id, origin } of data) {
    if (origin === "service") await client.delete(`/v1/signing-secrets/${id}`);
  }
  t.equal((await read(before)).status, 401);
  t.equal((await read((await create({ person: "ext:ada" })).body.token)).status, 200);
});

t.test("whatever is wrong with a token, the refusal is the same to the letter", async (t) => {
  const secret = await newSecret();
  const stranger = await api.client();
  await stranger.put("/v1/people/ext:ada", { name: "Another Ada" });
  const theirs = await newSecret(stranger);
  const iat = Math.floor(start / 1000);
  const good = await mint(secret, start);
  const [head = "", body = "", signature = ""] = good.split(".");
  const unsigned = Buffer.from(
    JSON.stringify({ alg: "none", typ: "kith-member+jwt", kid: secret.id }),
  ).toString("base64url");
  const stretched = Buffer.from(
    JSON.stringify({ ...JSON.parse(Buffer.from(body, "base64url").toString()), sub: "ext:grace" }),
  ).toString("base64url");
  const symmetric = await new SignJWT({ iss: "kith", tenant: secret.tenant, sub: "ext:ada" })
    .setProtectedHeader({ alg: "HS256", typ: "kith-member+jwt", kid: secret.id })
    .setIssuedAt(iat)
    .setExpirationTime(iat + 60)
    .setJti("x")
    .sign(Buffer.from(secret.privateKey.x, "base64url"));
  const { privateKey } = await generateKeyPair("EdDSA", { crv: "Ed25519" });
  const forged = await new SignJWT({ iss: "kith", tenant: secret.tenant, sub: "ext:ada" })
    .setProtectedHeader({ alg: "EdDSA", typ: "kith-member+jwt", kid: secret.id })
    .setIssuedAt(iat)
    .setExpirationTime(iat + 60)
    .setJti("x")
    .sign(privateKey);
  const bad: Record<string, string> = {
    expired: await mint(secret, start - 700_000),
    "too long": await mint(secret, start, { exp: iat + 3_601 }),
    "of the future": await mint(secret, start, { iat: iat + 120, exp: iat + 600 }),
    "of nobody": await mint(secret, start, { sub: "ext:nobody" }),
    "without a person": await mint(secret, start, { sub: "" }),
    "of another issuer": await mint(secret, start, { iss: "else" }),
    "without jti": await mint(secret, start, { jti: "" }),
    "without expiry": await mint(secret, start, { exp: undefined as never }),
    "of another type": await mint(secret, start, {}, { typ: "JWT" }),
    "of another tenant, our secret": await mint(secret, start, { tenant: theirs.tenant }),
    "of ours, another tenant's secret": await mint(theirs, start, { tenant: secret.tenant }),
    "of another secret": await mint(secret, start, {}, { kid: (await newSecret()).id }),
    "not before a time ahead": await mint(secret, start, { nbf: iat + 300 }),
    unsigned: `${unsigned}.${body}.`,
    "with another body": `${head}.${stretched}.${signature}`,
    "with the public key as a secret": symmetric,
    "signed by somebody else": forged,
    nonsense: "e30.e30.e30",
  };
  const reference = await client.get("/v1/people/ext:ada", {
    key: null,
    headers: { "x-request-id": "same" },
  });
  for (const [name, token] of Object.entries(bad)) {
    const refused = await read(token);
    t.equal(refused.status, 401, name);
    t.equal(refused.text, reference.text, name);
  }
  t.equal((await read(good)).status, 200, "and the good one is taken");
});

t.test("a token follows its person through a merge and ends with an erasure", async (t) => {
  const secret = await newSecret();
  for (const name of ["twin", "gone"]) await client.put(`/v1/people/ext:${name}`, { name });
  const twin = await mint(secret, start, { sub: "ext:twin" });
  const gone = await mint(secret, start, { sub: "ext:gone" });
  await client.post("/v1/people/ext:twin/merge", { into: "ext:ada" });
  const { body: ada } = await client.get("/v1/people/ext:ada");
  t.match(await read(twin), { status: 200, body: { id: ada.id } });
  await client.delete("/v1/people/ext:gone");
  t.equal((await read(gone, "/v1/people/ext:gone")).status, 401);
});

t.test("a member changes their own profile, and nobody else's", async (t) => {
  const { token } = (await create({ person: "ext:ada" })).body;
  const headers = { "x-request-id": "same" };
  const own = await client.patch("/v1/people/ext:ada", { headline: "New" }, { key: token });
  t.match(own, { status: 200, body: { headline: "New" } });
  const body = { headline: "Mine" };
  const other = await client.patch("/v1/people/ext:grace", body, { key: token, headers });
  const nobody = await client.patch("/v1/people/ext:nobody", body, { key: token, headers });
  t.equal(other.status, 404);
  t.equal(other.text, nobody.text);
  for (const patch of [{ externalId: "eve" }, { metadata: { vip: true } }]) {
    const refused = await client.patch("/v1/people/ext:ada", patch, { key: token });
    t.match(refused, { status: 400, body: { errors: [{ pointer: `/${Object.keys(patch)[0]}` }] } });
  }
});

t.test("a member reads and declares their own side of a tie only", async (t) => {
  const { token } = (await create({ person: "ext:ada" })).body;
  const options = { key: token, headers: { "x-request-id": "same" } };
  const mine = await client.patch("/v1/ties/ext:ada/ext:grace", { note: "Mine" }, options);
  t.match(mine, { status: 200, body: { declared: { note: "Mine" } } });
  for (const part of ["", "/history", "/explanation"]) {
    t.equal((await client.get(`/v1/ties/ext:ada/ext:grace${part}`, options)).status, 200);
    const theirs = await client.get(`/v1/ties/ext:grace/ext:ada${part}`, options);
    const nobodys = await client.get(`/v1/ties/ext:nobody/ext:ada${part}`, options);
    t.equal(theirs.status, 404);
    t.equal(theirs.text, nobodys.text);
  }
});

/** A second process on the same database. */
async function testApiBeside() {
  const { buildApp } = await import("../../app.ts");
  const { readConfig } = await import("../../config.ts");
  const config = { ...readConfig({}), logLevel: "silent" };
  const app = await buildApp({ database: api.database, clock: api.clock, config });
  t.teardown(() => app.close());
  return app;
}
