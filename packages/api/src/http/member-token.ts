import { randomUUID } from "node:crypto";
import {
  type CryptoKey,
  decodeJwt,
  decodeProtectedHeader,
  importJWK,
  jwtVerify,
  SignJWT,
} from "jose";
import { parseId, toId } from "./ids.ts";

/**
 * A member token is a JWT signed with Ed25519. Its header names the signing secret (`kid`) and its
 * claims name the tenant, so that verifying it never crosses tenants.
 */
const algorithm = "EdDSA";
const type = "kith-member+jwt";
const issuer = "kith";

export const longestLifeSeconds = 3_600;
/** How far a platform's clock may be ahead of ours. */
const skewSeconds = 60;

export interface MemberClaims {
  /** The person, as `per_…` or `ext:…`. */
  person: string;
  tokenId: string;
  issuedAt: number;
  expiresAt: number;
}

/** The tenant and signing secret that a token says it is of; null for what is no member token. */
export function readMemberToken(token: string): { tenantId: string; secretId: string } | null {
  try {
    const { alg, typ, kid } = decodeProtectedHeader(token);
    const { tenant } = decodeJwt(token);
    if (alg !== algorithm || typ !== type || !kid || typeof tenant !== "string") return null;
    const tenantId = parseId("tenant", tenant);
    const secretId = parseId("signingSecret", kid);
    return tenantId === null || secretId === null ? null : { tenantId, secretId };
  } catch {
    return null;
  }
}

/** The claims of a token signed with this key and valid now; null for any other. */
export async function verifyMemberToken(
  token: string,
  publicKey: Buffer,
  now: number,
): Promise<MemberClaims | null> {
  try {
    const x = publicKey.toString("base64url");
    const key = await importJWK({ kty: "OKP", crv: "Ed25519", x }, algorithm);
    const { payload } = await jwtVerify(token, key, {
      algorithms: [algorithm],
      typ: type,
      issuer,
      requiredClaims: ["tenant", "sub", "iat", "exp", "jti"],
      currentDate: new Date(now),
    });
    const { sub = "", iat = 0, exp = 0, jti = "" } = payload;
    const isShort = exp > iat && exp - iat <= longestLifeSeconds;
    const isIssued = iat <= now / 1000 + skewSeconds;
    const isNamed = typeof jti === "string" && jti.length > 0 && jti.length <= 200;
    if (!isShort || !isIssued || !isNamed) return null;
    return { person: sub, tokenId: jti, issuedAt: iat * 1000, expiresAt: exp * 1000 };
  } catch {
    return null;
  }
}

export interface Signer {
  secretId: string;
  privateKey: CryptoKey;
}

export async function signMemberToken(
  { secretId, privateKey }: Signer,
  { tenantId, personId, now }: { tenantId: string; personId: string; now: number },
  expiresInSeconds: number,
): Promise<{ token: string; tokenId: string; expiresAt: number }> {
  const issuedAt = Math.floor(now / 1000);
  const tokenId = randomUUID();
  const token = await new SignJWT({ tenant: toId("tenant", tenantId) })
    .setProtectedHeader({ alg: algorithm, typ: type, kid: toId("signingSecret", secretId) })
    .setIssuer(issuer)
    .setSubject(toId("person", personId))
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + expiresInSeconds)
    .setJti(tokenId)
    .sign(privateKey);
  return { token, tokenId, expiresAt: (issuedAt + expiresInSeconds) * 1000 };
}
