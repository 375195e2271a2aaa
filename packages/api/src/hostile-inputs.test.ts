import t from "tap";
import { buildRequest, fixture, leavesOf, withLeaf } from "./testing/fixture.ts";
import { operationsOf } from "./testing/operations.ts";
import { testApi } from "./testing/test-api.ts";

/** Raw JSON, put in the place of each value in turn: what clients send by mistake or malice. */
const hostileJson: Record<string, string> = {
  null: "null",
  true: "true",
  "empty text": '""',
  "one space": '" "',
  NUL: '"a\\u0000b"',
  "a high surrogate alone": '"a\\ud800"',
  "a low surrogate alone": '"\\udc00a"',
  "a byte order mark": '"\\ufeff"',
  "right-to-left override": '"\\u202eabc"',
  "combining marks": `"a${"\u0301".repeat(200)}"`,
  "an emoji family": '"👩‍👩‍👧‍👦"',
  "10,000 characters": `"${"x".repeat(10_000)}"`,
  "500,000 characters": `"${"é".repeat(250_000)}"`,
  "an SQL ending": '"\'; drop table people; --"',
  "a format string": '"%s%n%d{{7*7}}$(7*7)"',
  "a path": '"../../../etc/passwd"',
  "a script": '"<script>alert(1)</script>"',
  "line ends": '"a\\r\\nSet-Cookie: x=1"',
  "the word null": '"null"',
  "the prefix ext:": '"ext:"',
  "an external id of 300": `"ext:${"x".repeat(300)}"`,
  "an id with a bad letter": '"per_01h455vb4pex5vsknk084sn0iq"',
  "an id out of range": '"per_zzzzzzzzzzzzzzzzzzzzzzzzzz"',
  "an id in capitals": '"PER_01H455VB4PEX5VSKNK084SN02Q"',
  "a bare UUID": '"01890a5d-ac96-774b-bcce-b302099a8057"',
  zero: "0",
  "minus zero": "-0",
  "minus one": "-1",
  "a fraction": "0.1",
  "2^31": "2147483648",
  "2^53": "9007199254740993",
  "2^63": "9223372036854775808",
  "1e308": "1e308",
  "1e400": "1e400",
  "5e-324": "5e-324",
  "a number as text": '"5"',
  "year 0": '"0000-01-01T00:00:00Z"',
  "year 9999": '"9999-12-31T23:59:59Z"',
  "year 10000": '"+010000-01-01T00:00:00Z"',
  "an offset of 23:59": '"2026-01-01T00:00:00+23:59"',
  "an offset of 99:99": '"2026-01-01T00:00:00+99:99"',
  "30 February": '"2026-02-30T00:00:00Z"',
  "a leap second": '"2016-12-31T23:59:60Z"',
  "hour 24": '"2026-01-01T24:00:00Z"',
  "a time without zone": '"2026-01-01T00:00:00"',
  "a date": '"2026-01-01"',
  infinity: '"infinity"',
  "an empty list": "[]",
  "a list of null": "[null]",
  "a list in a list": "[[]]",
  "a list of 20,000": `[${"0,".repeat(19_999)}0]`,
  "an empty object": "{}",
  "an unknown field": '{"unknown":1}',
  __proto__: '{"__proto__":{"x":1}}',
  constructor: '{"constructor":{"prototype":{"x":1}}}',
  "toString as a field": '{"toString":1,"hasOwnProperty":2}',
  "a NUL in a field name": '{"a\\u0000":1}',
  "nested 5,000 deep": `${"[".repeat(5_000)}${"]".repeat(5_000)}`,
};

const hostileText = [
  "",
  " ",
  "%00",
  "%ff",
  "%ed%a0%80",
  "'",
  "%25",
  "-1",
  "0",
  "1e3",
  "9".repeat(40),
  "null",
  "true",
  "NaN",
  "ext:",
  "ext:%00",
  "ext:a%2Fb",
  `ext:${"x".repeat(400)}`,
  "per_",
  "per_01h455vb4pex5vsknk084sn0iq",
  "2026-13-01T00:00:00Z",
  "0000-01-01T00:00:00Z",
  "2026-01-01T00:00:00%2B23:59",
  "..%2F..%2F",
  "%F0%9F%91%A9",
];

const hostileBodies: Record<string, string | Buffer> = {
  empty: "",
  "white space": "  \n",
  "no JSON": "{",
  "two values": "{}{}",
  "single quotes": "{'a':1}",
  comments: '{"a":1} // x',
  "a byte order mark": "\ufeff{}",
  "UTF-16": Buffer.from("{}", "utf16le"),
  "no UTF-8": Buffer.from([0x7b, 0xff, 0x7d]),
  gzip: Buffer.from([0x1f, 0x8b, 0x08, 0, 0]),
  NaN: '{"a":NaN}',
  "unbounded nesting": "[".repeat(100_000),
};

// Many requests: on a busy machine the runner's own limit could come first.
t.setTimeout(600_000);

t.test("no hostile input gets a 5xx or an undocumented answer", async (t) => {
  const api = await testApi(t, { rateLimitPerMinute: 0 });
  let probes = 0;
  for (const operation of operationsOf(api.app)) {
    t.test(operation.id, async (t) => {
      const client = await api.client();
      const own = await fixture(client);
      const hit = async (what: string, method: string, url: string, body?: string | Buffer) => {
        probes++;
        const answer = await client
          .call(method, url, body === undefined ? {} : { body })
          .catch((error: Error) => ({ status: 999, text: error.message }));
        if (answer.status >= 500) t.fail(`${what}: ${answer.status} ${answer.text.slice(0, 500)}`);
      };
      const valid = buildRequest(operation, own);

      for (const parameter of operation.parameters.filter((p) => p.in !== "header")) {
        for (const text of hostileText) {
          const url = buildRequest(operation, own, { parameters: { [parameter.name]: "@@@" } }).url;
          const body = valid.body === undefined ? undefined : JSON.stringify(valid.body);
          const hostile = url.replace(/@@@|%40%40%40/, text);
          await hit(`${parameter.in} ${parameter.name}=${text}`, valid.method, hostile, body);
        }
      }
      if (operation.body !== undefined) {
        for (const { path } of leavesOf(operation.body)) {
          for (const [name, json] of Object.entries(hostileJson)) {
            const marked = JSON.stringify(withLeaf(operation.body, path, "@@@"));
            const where = `${path.join("/")} = ${name}`;
            await hit(
              where,
              valid.method,
              valid.url,
              marked.replace('"@@@"', () => json),
            );
          }
        }
        for (const [name, body] of Object.entries(hostileBodies)) {
          await hit(`the body is ${name}`, valid.method, valid.url, body);
        }
      }
      t.pass("answered every probe");
    });
  }
  t.test("and how many there were", async (t) => {
    t.ok(probes > 1_000);
    t.comment(`${probes} probes, ${Object.keys(hostileJson).length} hostile values in bodies`);
  });
});
