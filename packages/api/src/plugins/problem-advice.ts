import type { ProblemCode } from "../errors.ts";

/** What to do about each problem, for its documentation page. */
export const advice: Record<ProblemCode, string> = {
  invalid_request:
    "Something in the request does not fit the schema. <code>errors</code> names each place and what is expected there. Unknown fields and unknown query parameters are errors too, so look for a typing mistake first.",
  invalid_json:
    "The body could not be read as JSON in UTF-8. Check quotes, commas and the encoding of what you send.",
  invalid_cursor:
    "A cursor belongs to one list with one set of filters. Pass <code>nextCursor</code> of the page before unchanged, with the same filters, or start again without a cursor.",
  cursor_expired:
    "Your tenant keeps events for a time only (<code>eventRetentionDays</code>), and some that came after this cursor are gone: going on from here would miss them in silence. Read the state anew (people, ties, what you keep a copy of), then follow the feed without a cursor, from its beginning.",
  invalid_id:
    "The text is not an id of this kind. Ids begin with their kind (<code>per_</code>, <code>int_</code>, <code>key_</code>); people can also be named by <code>ext:</code> and your own id.",
  malformed_http:
    "The message could not be read as HTTP/1.1. Check the client or the proxy between.",
  unauthenticated:
    "The request carries no valid API key. Send <code>Authorization: Bearer kith_…</code>. The answer is the same for a missing, mistyped, expired or revoked key.",
  insufficient_scope:
    "The key is valid but lacks the scope that this call needs. Use another key, or create one with the scope.",
  origin_not_allowed:
    "The request came from a page that may not call. With a member token, your tenant has to list the page's origin: <code>PATCH /v1/tenant</code> with <code>allowedOrigins</code>. A live API key is refused from every page: whoever visits the page could take it. Revoke it, and use member tokens.",
  test_mode_only: "The test clock exists for test-mode tenants only: real time can't be moved.",
  not_found: "There is nothing with this id that you may see: it never was, or was erased.",
  route_not_found: "There is no such route. All of them are in <code>/openapi.json</code>.",
  method_not_allowed:
    "The route exists, but not with this method: see the <code>Allow</code> header.",
  not_acceptable: "We can't answer in the media type that <code>Accept</code> asks for.",
  request_timeout: "The request took too long to arrive. Send it again, in smaller parts.",
  conflict: "The change does not fit what is stored now. Read the thing again, then decide.",
  invalid_state:
    "The thing is in a state that does not allow this action: somebody else may have acted first, or it is over. <code>detail</code> names the actions that are possible now; read it again, then decide.",
  external_id_taken:
    "Another person already has this external id. Find that person by <code>ext:</code> and the id, and merge the two if they are one.",
  suppressed:
    "An external id or e-mail address belonged to a person who was erased, so an import can't bring them back. Leave the item out. If they came back by their own wish, an administrator lifts the suppression with <code>DELETE /v1/suppressions/{hash}</code>; <code>detail</code> names the hash.",
  idempotency_key_reused:
    "The idempotency key was used within the last 24 hours with another request. Use a new key for each new write; use the same one only to repeat the very same write.",
  precondition_failed:
    "The thing was changed since you read it, so your <code>If-Match</code> no longer holds. Read it again and repeat your change on it.",
  payload_too_large: "The body is larger than this route takes. Split it.",
  uri_too_long: "The URL, or a part of its path, is too long.",
  unsupported_media_type:
    "Send <code>Content-Type: application/json</code>, or another type that the route documents.",
  rate_limited:
    "The key, the member or the whole tenant made too many calls. Wait as many seconds as <code>Retry-After</code> says. The <code>RateLimit</code> header of every answer tells what is left.",
  headers_too_large: "Send fewer or shorter headers.",
  internal_error:
    "Something went wrong on our side. A write may or may not have happened: repeat it with the same idempotency key. The request id names it in our log.",
  unavailable:
    "The service can't do it at this moment. Wait as <code>Retry-After</code> says and repeat, writes with the same idempotency key.",
};
