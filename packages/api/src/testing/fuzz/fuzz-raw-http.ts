import { type AddressInfo, connect } from "node:net";
import fc from "fast-check";
import { problems } from "../../errors.ts";
import type { TestApi } from "../test-api.ts";
import { type RawMessage, rawMessages } from "./raw-messages.ts";

export interface RawFailure {
  what: string;
  bytes: string;
}

/** The list of messages, then `requests` more with bytes changed, all over sockets of their own. */
export async function fuzzRawHttp(
  api: TestApi,
  { seed, requests }: { seed: number; requests: number },
): Promise<{ sent: number; failures: RawFailure[] }> {
  await api.app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = api.app.server.address() as AddressInfo;
  const { key } = await api.client();
  const failures: RawFailure[] = [];
  const messages = [...rawMessages, ...fc.sample(changedMessage, { seed, numRuns: requests })];
  for (const message of messages) {
    const bytes = message.text.replaceAll("{{auth}}", `Authorization: Bearer ${key}\r\n`);
    const wrong = judge(message, await exchange(port, bytes));
    if (wrong) failures.push({ what: `${message.name}: ${wrong}`, bytes: message.text });
  }
  const alive = await exchange(port, "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n");
  if (!alive.startsWith("HTTP/1.1 200")) failures.push({ what: "it is not alive", bytes: "" });
  return { sent: messages.length, failures };
}

/** Sends, says that no more comes, and answers all that the other side had to say. */
function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect({ port, host: "127.0.0.1" }, () => socket.end(bytes, "latin1"));
    socket.setEncoding("latin1");
    socket.setTimeout(5_000, () => {
      answer += "HTTP/1.1 599 no end in five seconds\r\n\r\n";
      socket.destroy();
    });
    socket.on("data", (text) => {
      answer += text;
    });
    // A reset after the answer is how a server refuses to read on.
    socket.on("error", () => {});
    socket.on("close", () => resolve(answer));
  });
}

/** What is wrong with the answers to one message, or null. */
function judge({ refused, text }: RawMessage, answer: string): string | null {
  const heads = [...answer.matchAll(/HTTP\/1\.1 (\d{3}) [^\r\n]*\r\n((?:[^\r\n]+\r\n)*)\r\n/g)];
  if (answer !== "" && heads[0]?.index !== 0) return `no HTTP: ${answer.slice(0, 200)}`;
  for (const head of heads) {
    const status = Number(head[1]);
    const shown = answer.slice(head.index, head.index + 600);
    if (status >= 500) return shown;
    if (refused && status < 300) return `was accepted: ${shown}`;
    if (status < 400 || text.startsWith("HEAD")) continue;
    const length = Number(/content-length: (\d+)/i.exec(head[2] ?? "")?.[1] ?? 0);
    const body = answer.slice(head.index + head[0].length, head.index + head[0].length + length);
    const code = /"code":"(\w+)"/.exec(body)?.[1] ?? "";
    if (!Object.hasOwn(problems, code)) return `no documented problem: ${shown}`;
  }
  return null;
}

const byte = fc.nat(255).map((code) => String.fromCharCode(code));
const piece = fc.oneof(
  byte,
  fc.constantFrom(
    "\r\n",
    "\n",
    "\r",
    "\0",
    " ",
    "\t",
    ":",
    "\r\n\r\n",
    "chunked",
    "Content-Length: 3\r\n",
  ),
);
const edit = fc.record({ at: fc.nat(400), drop: fc.nat(3), put: piece });

/** A message of the list with up to four places changed; what it then means is open. */
const changedMessage: fc.Arbitrary<RawMessage> = fc
  .tuple(
    fc.constantFrom(...rawMessages.filter(({ text }) => text.length < 2_000)),
    fc.array(edit, { minLength: 1, maxLength: 4 }),
  )
  .map(([{ name, text }, edits]) => ({
    name: `${name}, changed`,
    text: edits.reduce((bytes, { at, drop, put }) => {
      const place = at % (bytes.length + 1);
      return bytes.slice(0, place) + put + bytes.slice(place + drop);
    }, text),
  }));
