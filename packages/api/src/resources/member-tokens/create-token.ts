import { recordChange } from "../../changes/record-change.ts";
import { type Context, wallTime } from "../../context.ts";
import { signMemberToken } from "../../http/member-token.ts";
import { requirePerson } from "../people/person-refs.ts";
import type { ServiceSigner } from "./service-signer.ts";

export interface MemberToken {
  token: string;
  tokenId: string;
  personId: string;
  expiresAt: number;
}

/** A token that speaks for one person, on real time whatever the test clock says. */
export async function createToken(
  ctx: Context,
  signers: ServiceSigner,
  { person, expiresInSeconds }: { person: string; expiresInSeconds: number },
): Promise<MemberToken> {
  const personId = await requirePerson(ctx.tx, person, "/person");
  const signer = await signers.signerFor(ctx);
  const claims = { tenantId: ctx.tenant.id, personId, now: wallTime(ctx) };
  const signed = await signMemberToken(signer, claims, expiresInSeconds);
  await recordChange(ctx, {
    type: "memberToken.created",
    id: signed.tokenId,
    relatedId: personId,
    sequence: 1,
  });
  return { ...signed, personId };
}
