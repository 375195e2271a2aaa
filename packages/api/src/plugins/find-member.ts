import { createHash } from "node:crypto";
import type { Database } from "@kith/db";
import type { MemberActor } from "../context.ts";
import { readMemberToken, verifyMemberToken } from "../http/member-token.ts";
import { resolvePeople } from "../resources/people/person-refs.ts";
import {
  findSecret,
  type StoredSecret,
  touchSecret,
} from "../resources/signing-secrets/queries.ts";
import { readTenant } from "../resources/tenant/queries.ts";
import type { SecondCache } from "./second-cache.ts";

export interface Member {
  tenantId: string;
  actor: MemberActor;
  /** From which pages the tenant's members may call. */
  origins: readonly string[] | "any";
  /** When the token or its secret ends, whichever is first. */
  until: number;
}

const touchMs = 60_000;

/**
 * Whom a member token speaks for; null for any reason not to take it: no such secret, a revoked or
 * expired one, a bad signature, a person who is not there.
 */
export async function findMember(
  database: Database,
  cache: SecondCache<Member>,
  token: string,
  now: number,
): Promise<Member | null> {
  const key = createHash("sha256").update(token).digest("base64");
  const known = cache.get(key);
  if (known) return known.until > now ? known : null;
  const said = readMemberToken(token);
  if (!said) return null;
  const { tenantId, secretId } = said;
  const member = await database.withTenant(tenantId, async (tx): Promise<Member | null> => {
    const secret = await findSecret(tx, secretId);
    if (!secret || endOf(secret) <= now) return null;
    const claims = await verifyMemberToken(token, secret.publicKey, now);
    if (!claims) return null;
    const personId = (await resolvePeople(tx, [claims.person])).get(claims.person);
    if (personId === undefined) return null;
    if (now - (secret.lastUsedAt ?? 0) > touchMs) await touchSecret(tx, secretId, now);
    const actor = { kind: "member", id: personId, personId, tokenId: claims.tokenId } as const;
    const { mode, settings } = await readTenant(tx);
    const { allowedOrigins = [] } = settings;
    // A test-mode tenant that lists none is being tried out: its members are made up.
    const origins = mode === "test" && allowedOrigins.length === 0 ? "any" : allowedOrigins;
    return { tenantId, actor, origins, until: Math.min(claims.expiresAt, endOf(secret)) };
  });
  if (member) cache.set(key, member);
  return member;
}

const endOf = ({ expiresAt, revokedAt }: StoredSecret): number =>
  revokedAt === null ? (expiresAt ?? Number.POSITIVE_INFINITY) : 0;
