/**
 * For a platform's own server: member tokens made without a call. Never bundle it for a browser,
 * since it takes the private key of a signing secret.
 */

/** What `kith.signingSecrets.create()` or `.rotate()` answered: keep it as it is, secret. */
export interface SigningSecret {
  /** `sig_…` */
  id: string;
  /** `ten_…` */
  tenant: string;
  privateKey: { kty: "OKP"; crv: "Ed25519"; d: string; x: string };
}

export interface MintOptions {
  /** For whom the token speaks: `per_…`, or `ext:` and your own id. */
  person: string;
  /** At most 3,600; 900 unless given. As short as you can renew it. */
  expiresInSeconds?: number | undefined;
  /** Milliseconds since the epoch, in place of the clock; only tests need it. */
  now?: number | undefined;
}

const longestLifeSeconds = 3_600;

/** Signs a member token (a JWT with Ed25519) by WebCrypto: Node 20, Deno, Bun and edges have it. */
export async function mintMemberToken(
  secret: SigningSecret,
  { person, expiresInSeconds = 900, now = Date.now() }: MintOptions,
): Promise<string> {
  if (!/^(per_|ext:)./.test(person)) {
    throw new TypeError("Kith: person must be `per_…`, or `ext:` and your own id");
  }
  const isSpan = Number.isInteger(expiresInSeconds) && expiresInSeconds > 0;
  if (!isSpan || expiresInSeconds > longestLifeSeconds) {
    throw new TypeError(`Kith: expiresInSeconds must be from 1 to ${longestLifeSeconds}`);
  }
  const iat = Math.floor(now / 1000);
  const header = { alg: "EdDSA", typ: "kith-member+jwt", kid: secret.id };
  const claims = {
    iss: "kith",
    tenant: secret.tenant,
    sub: person,
    iat,
    exp: iat + expiresInSeconds,
    jti: crypto.randomUUID(),
  };
  const { kty, crv, d, x } = secret.privateKey;
  const key = await crypto.subtle.importKey("jwk", { kty, crv, d, x }, "Ed25519", false, ["sign"]);
  const signed = `${encode(header)}.${encode(claims)}`;
  const signature = await crypto.subtle.sign("Ed25519", key, new TextEncoder().encode(signed));
  return `${signed}.${base64url(new Uint8Array(signature))}`;
}

const encode = (value: object): string =>
  base64url(new TextEncoder().encode(JSON.stringify(value)));

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
