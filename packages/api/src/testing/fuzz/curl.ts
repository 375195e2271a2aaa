import type { FuzzRequest } from "./request-arbitrary.ts";

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** The request as a line for a shell; `$API` and `$KEY` are the reader's own. */
export function curl({ method, url, headers, body }: FuzzRequest): string {
  const own = "authorization" in headers ? [] : ['-H "Authorization: Bearer $KEY"'];
  const given = Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
  const line = ["curl -i -X", method, `"$API"${quoted(url)}`, ...own, ...given];
  if (body === undefined) return line.join(" ");
  const bytes = Buffer.from(body);
  // Bytes that a terminal would spoil, or that are too many to read, go by way of base64.
  const plain = typeof body === "string" && body.isWellFormed() && !/\p{Cc}/u.test(body);
  return plain
    ? [...line, "--data-raw", quoted(body)].join(" ")
    : `echo ${bytes.toString("base64")} | base64 -d | ${line.join(" ")} --data-binary @-`;
}
