import { type CryptoKey, exportJWK, generateKeyPair, type JWK } from "jose";

export interface KeyPair {
  publicKey: Buffer;
  privateKey: CryptoKey;
  /** The private half, for who may keep it. */
  jwk: JWK;
}

export async function newKeyPair(): Promise<KeyPair> {
  const { publicKey, privateKey } = await generateKeyPair("EdDSA", {
    crv: "Ed25519",
    extractable: true,
  });
  const { x = "" } = await exportJWK(publicKey);
  return { publicKey: Buffer.from(x, "base64url"), privateKey, jwk: await exportJWK(privateKey) };
}
