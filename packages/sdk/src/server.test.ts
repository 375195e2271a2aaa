import t from "tap";
import { testApi } from "../../api/src/testing/test-api.ts";
import { mintMemberToken, type SigningSecret } from "./server.ts";

t.test("a token that a server signs itself is taken by the API, for its person only", async (t) => {
  const api = await testApi(t);
  const client = await api.client();
  for (const name of ["ada", "grace"]) await client.put(`/v1/people/ext:${name}`, { name });
  const secret: SigningSecret = (await client.post("/v1/signing-secrets", { name: "web" })).body;
  const now = api.clock.now();
  const key = await mintMemberToken(secret, { person: "ext:ada", expiresInSeconds: 60, now });
  t.equal((await client.get("/v1/people/ext:ada/ties", { key })).status, 200);
  t.equal((await client.get("/v1/people/ext:grace/ties", { key })).status, 404);
  api.clock.set(now + 61_000);
  t.equal((await client.get("/v1/people/ext:ada/ties", { key })).status, 401);
});

t.test("what the API would refuse is refused before it is signed", async (t) => {
  const privateKey = { kty: "OKP", crv: "Ed25519", d: "", x: "" } as const;
  const secret = { id: "sig_x", tenant: "ten_x", privateKey };
  await t.rejects(mintMemberToken(secret, { person: "ada" }), /per_/);
  for (const expiresInSeconds of [0, 3_601, 1.5]) {
    const options = { person: "ext:ada", expiresInSeconds };
    await t.rejects(mintMemberToken(secret, options), /expiresInSeconds/);
  }
});
