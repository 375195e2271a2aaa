import { gzipSync } from "node:zlib";
import t from "tap";
import { readRows } from "./read-rows.ts";
import { surveyRows } from "./survey.ts";
import { fileWith } from "./testing/helpers.ts";

const none = new Map<string, string>();
const all = Number.MAX_SAFE_INTEGER;

t.test("a plain and a compressed file say the same", async (t) => {
  const csv = "src,dst,unix_ts,type\n1,2,100,Reviewed-by\n2,1,50,Reviewed-by\n2,2,60,Reviewed-by\n";
  const map = new Map([["Reviewed-by", "feedback"]]);
  for (const file of [fileWith(t, "a.csv", csv), fileWith(t, "a.csv.gz", gzipSync(csv))]) {
    const survey = await surveyRows(readRows(file, all), map);
    t.match(survey, { rows: 3, sendable: 2, selfRows: 1, faults: [], firstTs: 50, lastTs: 100 });
    t.strictSame(
      [...survey.activity],
      [
        ["1", 2],
        ["2", 2],
      ],
    );
  }
});

t.test("unknown types are refused before anything is sent, with what to do", async (t) => {
  const file = fileWith(t, "a.csv", "src,dst,unix_ts,type\n1,2,100,Acked-by\n1,2,101,message\n");
  await t.rejects(
    surveyRows(readRows(file, all), none),
    /Acked-by: 1 rows[\s\S]*--map Acked-by=feedback/,
  );
});

t.test("rows that can't be sent are named by line, the others counted", async (t) => {
  const file = fileWith(t, "a.csv", "src,dst,unix_ts\n1,2,soon\n1,,5\n1,2\n\n1,2,7\n");
  const { faults, sendable } = await surveyRows(readRows(file, all), none);
  t.equal(sendable, 1);
  t.strictSame(
    faults.map(({ line }) => line),
    [2, 3, 4],
  );
  t.match(faults[0]?.fault, /unix_ts "soon" is not a number of seconds/);
});

t.test(
  "columns are found by name, a byte order mark and Windows line ends do no harm",
  async (t) => {
    const file = fileWith(t, "a.csv", "\uFEFFunix_ts,dst,src\r\n9,b,a\r\n");
    const rows = [];
    for await (const row of readRows(file, all)) rows.push(row);
    t.match(rows, [{ line: 2, src: "a", dst: "b", unixTs: 9, fault: null }]);
  },
);

t.test("--limit ends the reading early", async (t) => {
  const file = fileWith(t, "a.csv", "src,dst,unix_ts\n1,2,1\n1,2,2\n1,2,3\n");
  t.equal((await surveyRows(readRows(file, 2), none)).rows, 2);
});

t.test("a file that is no such file is refused in a sentence", async (t) => {
  const survey = (file: string) => surveyRows(readRows(file, all), none);
  await t.rejects(survey(fileWith(t, "a.csv", "")), /is empty/);
  await t.rejects(survey(fileWith(t, "a.csv", "1,2,3\n")), /first line must name the columns/);
  await t.rejects(survey("/nowhere/a.csv"), /can't be read/);
  await t.rejects(survey("/nowhere/a.csv.gz"), /can't be read/);
  await t.rejects(survey(fileWith(t, "a.csv.gz", "no gzip")), /can't be read/);
});
