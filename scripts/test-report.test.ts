import t from "tap";
import { createReport } from "./test-report.ts";

function report(output: string) {
  const printed: string[] = [];
  const { line, finish } = createReport((text) => printed.push(text));
  for (const text of output.split("\n")) line(text);
  return { passed: finish(), printed, last: printed.at(-1) };
}

t.test("sums up what passed", async (t) => {
  const { passed, printed, last } = report(
    "# Subtest: a.test.ts\n    ok 1 - fine\n    1..1\nok 1 - a.test.ts # time=5ms\n\n# { total: 1, pass: 1 }",
  );
  t.equal(passed, true);
  t.match(printed[0], "ok    a.test.ts (1 assertions, 5ms)");
  t.equal(last, "1 passed, 0 failed");
});

t.test("shows the details of what failed, not what passed beside it", async (t) => {
  const { passed, printed, last } = report(
    "# Subtest: a.test.ts\n    ok 1 - fine\n    not ok 2 - bad\n      diff\nnot ok 1 - a.test.ts # time=5ms\n# { total: 2, pass: 1, fail: 1 }",
  );
  t.equal(passed, false);
  t.same(printed.slice(1, 3), ["    not ok 2 - bad", "      diff"]);
  t.equal(last, "1 passed, 1 failed");
});

t.test("counts a file that crashed before its first assertion as failed", async (t) => {
  const { passed, last } = report(
    "# Subtest: a.test.ts\n    1..0 # no tests found\nnot ok 1 - a.test.ts # time=5ms\n# { total: 1, pass: 0 }",
  );
  t.equal(passed, false);
  t.equal(last, "0 passed, 1 failed");
});

t.test("counts a file without tests as failed", async (t) => {
  const { passed, last } = report(
    "# Subtest: a.test.ts\n    1..0 # no tests found\nok 1 - a.test.ts # SKIP no tests found\n# { total: 1, skip: 1 }",
  );
  t.equal(passed, false);
  t.equal(last, "0 passed, 1 failed");
});

t.test("is no success when the run ended early", async (t) => {
  t.equal(report("# Subtest: a.test.ts\n    ok 1 - fine").passed, false);
});

t.test("takes tap's own complaint about a slow file for no file", async (t) => {
  const { passed, printed } = report(
    "# Subtest: a.test.ts\n    ok 1 - fine\n    1..1\nnot ok 1 - a.test.ts # time=5ms\nnot ok 2 - timeout!\n# { total: 2, pass: 1, fail: 1 }",
  );
  t.equal(passed, false);
  t.equal(printed.filter((text) => text.startsWith("FAIL")).length, 1);
  t.equal(printed.includes("not ok 2 - timeout!"), true);
});
