/**
 * Bytes of HTTP/1.1 as no client library would send them. `{{auth}}` stands for the line with the
 * credential. Messages of two meanings (request smuggling) must never be taken for valid.
 */
export interface RawMessage {
  name: string;
  text: string;
  /** No answer of 2xx may come. */
  refused?: true;
}

const host = "Host: localhost\r\n{{auth}}";
const json = `${host}Content-Type: application/json\r\n`;
const get = (target: string) => `GET ${target} HTTP/1.1\r\n${host}\r\n`;
const patch = (headers: string, body: string) =>
  `PATCH /v1/tenant HTTP/1.1\r\n${json}${headers}\r\n${body}`;
const name = '{"name":"a"}';
const hidden = `GET /v1/api-keys HTTP/1.1\r\n${host}\r\n`;
const length = `Content-Length: ${name.length}\r\n`;
const chunked = "Transfer-Encoding: chunked\r\n";
const chunks = `c\r\n${name}\r\n0\r\n\r\n`;

export const rawMessages: readonly RawMessage[] = [
  { name: "a valid GET", text: get("/v1/tenant") },
  { name: "a valid PATCH", text: patch(length, name) },
  { name: "a valid PATCH in chunks", text: patch(chunked, chunks) },
  { name: "chunk extensions", text: patch(chunked, `c;a=b;c="d"\r\n${name}\r\n0\r\n\r\n`) },
  {
    name: "trailers",
    text: patch(chunked, `c\r\n${name}\r\n0\r\nAuthorization: Bearer x\r\n\r\n`),
  },
  { name: "three requests in one packet", text: get("/v1/tenant").repeat(3) },
  { name: "HEAD", text: `HEAD /v1/tenant HTTP/1.1\r\n${host}\r\n` },
  { name: "the URL in absolute form", text: get("http://localhost/v1/tenant") },
  { name: "the URL of another host", text: get("http://example.org/v1/tenant") },
  { name: "HTTP/1.0", text: `GET /v1/tenant HTTP/1.0\r\n${host}\r\n` },
  { name: "a body with GET", text: `GET /v1/tenant HTTP/1.1\r\n${json}${length}\r\n${name}` },
  {
    name: "a body with DELETE",
    text: `DELETE /v1/people/ext:x HTTP/1.1\r\n${json}${length}\r\n${name}`,
  },
  { name: "Expect: 100-continue", text: patch(`Expect: 100-continue\r\n${length}`, name) },
  { name: "Expect: something else", text: patch(`Expect: x\r\n${length}`, name) },
  { name: "OPTIONS *", text: `OPTIONS * HTTP/1.1\r\n${host}\r\n` },
  { name: "TRACE", text: `TRACE / HTTP/1.1\r\n${host}\r\n` },
  { name: "CONNECT", text: `CONNECT example.org:443 HTTP/1.1\r\n${host}\r\n` },
  {
    name: "an upgrade",
    text: `GET /v1/tenant HTTP/1.1\r\n${host}Connection: upgrade\r\nUpgrade: websocket\r\n\r\n`,
  },
  {
    name: "an upgrade to h2c",
    text: `GET / HTTP/1.1\r\n${host}Connection: upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQ\r\n\r\n`,
  },
  { name: "HTTP/2", text: "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", refused: true },
  { name: "TLS", text: "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", refused: true },
  { name: "HTTP/0.9", text: "GET /v1/tenant\r\n", refused: true },
  { name: "a version that is none", text: `GET /v1/tenant HTTP/9.9\r\n${host}\r\n`, refused: true },
  { name: "a method that is none", text: `FROB /v1/tenant HTTP/1.1\r\n${host}\r\n`, refused: true },
  { name: "no Host", text: "GET /v1/tenant HTTP/1.1\r\n{{auth}}\r\n", refused: true },
  { name: "a space in the URL", text: get("/v1/te nant"), refused: true },
  { name: "NUL in the URL", text: get("/v1/tenant\0"), refused: true },
  { name: "bytes over 127 in the URL", text: get("/v1/people/ext:\xff\xfe") },
  { name: "an empty URL", text: get(""), refused: true },
  { name: "//", text: get("//") },
  { name: "dots", text: get("/v1/../v1/./tenant/..") },
  { name: "a fragment", text: get("/v1/tenant#x") },
  { name: "a URL of 20,000", text: get(`/v1/people/${"x".repeat(20_000)}`), refused: true },
  { name: "a query of 10,000 terms", text: get(`/v1/people?${"a&".repeat(7_000)}`), refused: true },
  { name: "5,000 headers", text: `GET / HTTP/1.1\r\n${host}${"a: b\r\n".repeat(5_000)}\r\n` },
  {
    name: "a header of 100,000",
    text: `GET / HTTP/1.1\r\n${host}a: ${"b".repeat(100_000)}\r\n\r\n`,
    refused: true,
  },
  { name: "a folded header", text: `GET /v1/tenant HTTP/1.1\r\n${host}a: b\r\n c\r\n\r\n` },
  {
    name: "NUL in a header",
    text: `GET /v1/tenant HTTP/1.1\r\n${host}a: b\0c\r\n\r\n`,
    refused: true,
  },
  {
    name: "a space before the colon",
    text: `GET /v1/tenant HTTP/1.1\r\n${host}a : b\r\n\r\n`,
    refused: true,
  },
  {
    name: "a header without a name",
    text: `GET /v1/tenant HTTP/1.1\r\n${host}: b\r\n\r\n`,
    refused: true,
  },
  {
    name: "two credentials",
    text: `GET /v1/tenant HTTP/1.1\r\n${host}Authorization: Bearer x\r\n\r\n`,
  },
  { name: "two Hosts", text: `GET /v1/tenant HTTP/1.1\r\n${host}Host: example.org\r\n\r\n` },
  { name: "line feeds alone", text: get("/v1/tenant").replaceAll("\r\n", "\n") },
  {
    name: "carriage returns alone",
    text: get("/v1/tenant").replaceAll("\r\n", "\r"),
    refused: true,
  },
  {
    name: "length and chunks",
    text: patch(`${length}${chunked}`, `0\r\n\r\n${hidden}`),
    refused: true,
  },
  {
    name: "chunks and length",
    text: patch(`${chunked}${length}`, `0\r\n\r\n${hidden}`),
    refused: true,
  },
  {
    name: "two lengths",
    text: patch(`${length}Content-Length: 0\r\n`, `${name}${hidden}`),
    refused: true,
  },
  { name: "the same length twice", text: patch(length.repeat(2), name), refused: true },
  { name: "a list of lengths", text: patch("Content-Length: 12, 12\r\n", name), refused: true },
  { name: "a negative length", text: patch("Content-Length: -1\r\n", name), refused: true },
  { name: "a length with a sign", text: patch("Content-Length: +12\r\n", name), refused: true },
  { name: "a length in hexadecimal", text: patch("Content-Length: 0xc\r\n", name), refused: true },
  {
    name: "a length of 10^30",
    text: patch(`Content-Length: 1${"0".repeat(30)}\r\n`, name),
    refused: true,
  },
  { name: "a length too large", text: patch("Content-Length: 99999999\r\n", name), refused: true },
  {
    name: "a length longer than the body",
    text: patch("Content-Length: 500\r\n", name),
    refused: true,
  },
  {
    name: "a coding that is none",
    text: patch("Transfer-Encoding: xchunked\r\n", chunks),
    refused: true,
  },
  {
    name: "chunked, then another coding",
    text: patch("Transfer-Encoding: chunked, gzip\r\n", chunks),
    refused: true,
  },
  {
    name: "chunked behind a tab and a form feed",
    text: patch("Transfer-Encoding:\x0bchunked\r\n", chunks),
    refused: true,
  },
  {
    name: "a chunk of negative size",
    text: patch(chunked, `-c\r\n${name}\r\n0\r\n\r\n`),
    refused: true,
  },
  {
    name: "a chunk of huge size",
    text: patch(chunked, `${"f".repeat(20)}\r\n${name}`),
    refused: true,
  },
  {
    name: "a chunk shorter than it says",
    text: patch(chunked, `ff\r\n${name}\r\n0\r\n\r\n`),
    refused: true,
  },
  { name: "chunks that never end", text: patch(chunked, `c\r\n${name}\r\n`), refused: true },
  { name: "half of the headers", text: "GET /v1/tenant HTTP/1.1\r\nHost: loc", refused: true },
  { name: "nothing", text: "", refused: true },
  { name: "line ends", text: "\r\n".repeat(1_000), refused: true },
  { name: "noise", text: "\x00\xff\x80\r\n\r\n", refused: true },
];
