import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { type Context, wallTime } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { parseId } from "../../http/ids.ts";
import type { Reply } from "../../http/reply.ts";
import { claimKey, readAnswer, storeAnswer } from "./queries.ts";

/**
 * Runs a write once for each idempotency key. The key is claimed and the answer stored in the
 * write's own transaction: a retry waits for the first attempt, then gets its answer. A refused
 * write leaves nothing behind, so that it can be sent again, corrected.
 */
export async function once(
  ctx: Context,
  request: FastifyRequest,
  write: () => Promise<Reply>,
): Promise<Reply> {
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string") return write();
  const fingerprint = createHash("sha256")
    .update(`${request.method} ${request.url}\n${request.headers["content-type"] ?? ""}\n`)
    .update(request.bodyHash ?? "")
    .digest();
  const claim = { actor: ctx.actor.id, key, fingerprint, now: wallTime(ctx) };
  if (await claimKey(ctx.tx, claim)) {
    const reply = await write();
    const { status, headers } = reply;
    const text = JSON.stringify(reply.body ?? null);
    const personIds = peopleNamed(text + JSON.stringify(headers));
    const body = seal(sealingKey(ctx, request, key), text);
    await storeAnswer(ctx.tx, claim, { status, headers, body, personIds });
    return reply;
  }
  const stored = await readAnswer(ctx.tx, claim);
  if (!stored?.fingerprint.equals(fingerprint)) {
    throw new Problem("idempotency_key_reused", "Use a new idempotency key for a new request.", {
      errors: [{ pointer: "header:idempotency-key", detail: "was used with another request" }],
    });
  }
  const { status, headers, body } = stored;
  if (body === null) throw forgotten();
  return {
    status,
    headers: { ...headers, "idempotency-replayed": "true" },
    body: unsealOrRefuse(sealingKey(ctx, request, key), body),
  };
}

const forgotten = () =>
  new Problem(
    "idempotency_key_reused",
    "The write was done; its answer went with an erased person.",
    {
      errors: [{ pointer: "header:idempotency-key", detail: "was used; its answer was erased" }],
    },
  );

/** Whom an answer names: it is forgotten when one of them is erased. */
function peopleNamed(answer: string): string[] {
  const ids = answer.match(/\bper_[0-9a-z]{26}\b/g) ?? [];
  return [...new Set(ids)].flatMap((id) => parseId("person", id) ?? []);
}

/**
 * Stored answers may hold secrets (a new API key) and personal data, so they are encrypted with what
 * we keep only a hash of: the caller's own credential. A member's token is renewed every few minutes,
 * so theirs are encrypted with the idempotency key; no secret is ever answered to a member.
 */
function sealingKey({ actor, tenant }: Context, request: FastifyRequest, key: string): Buffer {
  const credential = (request.headers.authorization ?? "").replace(/^bearer /i, "");
  const [secret, salt] =
    actor.kind === "member" ? [key, `${tenant.id} ${actor.personId}`] : [credential, key];
  return Buffer.from(hkdfSync("sha256", secret, salt, "answer", 32));
}

function seal(key: Buffer, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64");
}

/** What was sealed otherwise (by an older version, say) stays closed; the write is not done again. */
function unsealOrRefuse(key: Buffer, sealed: string): unknown {
  try {
    return unseal(key, sealed);
  } catch {
    throw new Problem("idempotency_key_reused", "The write was done; its answer can't be read.", {
      errors: [{ pointer: "header:idempotency-key", detail: "was used; its answer is sealed" }],
    });
  }
}

function unseal(key: Buffer, sealed: string): unknown {
  const bytes = Buffer.from(sealed, "base64");
  const cipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
  cipher.setAuthTag(bytes.subarray(12, 28));
  return JSON.parse(Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString());
}
