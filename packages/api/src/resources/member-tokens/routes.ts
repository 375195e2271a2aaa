import type { FastifyInstance } from "fastify";
import { toId } from "../../http/ids.ts";
import { created } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import { toIso } from "../../http/time.ts";
import type { Services } from "../../services.ts";
import { createToken } from "./create-token.ts";
import { MemberTokenBody, MemberTokenInput } from "./schemas.ts";
import { ServiceSigner } from "./service-signer.ts";

const example = {
  token: "eyJhbGciOiJFZERTQSIsInR5cCI6ImtpdGgtbWVtYmVyK2p3dCJ9.eyJpc3MiOiJraXRoIn0.c2ln",
  tokenId: "5f2c1b9e-6a0d-4a51-9d6a-2d4b9f1f0a11",
  person: "per_01h455vb4pex5vsknk084sn02q",
  expiresAt: "2026-03-02T09:45:00.000Z",
};

export function memberTokenRoutes(app: FastifyInstance, services: Services): void {
  const signers = new ServiceSigner();
  route(
    app,
    services,
    {
      method: "POST",
      url: "/member-tokens",
      id: "memberTokens.create",
      summary: "Create a member token",
      description:
        "A short-lived token that speaks for one person, safe to hand to that member's browser: it sees their own side, and of others what their frames let them see. Your server calls this for a member who is signed in with you, or signs tokens itself with a signing secret.",
      scope: "member-tokens:write",
      body: MemberTokenInput,
      changes: ["memberToken.created"],
      answers: { 201: MemberTokenBody },
      problems: ["invalid_id", "not_found"],
      example: { body: { person: "ext:ada", expiresInSeconds: 900 }, answer: example },
    },
    async (ctx, { body }) => {
      const { person, expiresInSeconds = 900 } = body;
      const made = await createToken(ctx, signers, { person, expiresInSeconds });
      const answer: MemberTokenBody = {
        token: made.token,
        tokenId: made.tokenId,
        person: toId("person", made.personId),
        expiresAt: toIso(made.expiresAt),
      };
      return created(answer, "/v1/member-tokens");
    },
  );
}
