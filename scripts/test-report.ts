/** Reads tap's output: a line per file as it finishes, what failed in full, and the sum. */
export function createReport(print: (line: string) => void) {
  let block: string[] = [];
  let current: string | undefined;
  let started = 0;
  let emptyFiles = 0;
  let failedFiles = 0;
  let diagnosing = false;
  let totals: string | undefined;

  function line(text: string) {
    // tap indents what a file prints; its own verdict on the file stands at the margin.
    if (text.startsWith("# Subtest: ")) {
      block = [];
      current = text.slice("# Subtest: ".length);
      started += 1;
      diagnosing = false;
      return;
    }
    if (text.startsWith("# { ")) totals = text;
    const file = /^(not )?ok \d+ - (.+?)(?: # (?:time=([\d.]+)(ms|s|m)|SKIP (.*)))?(?: \{)?$/.exec(
      text,
    );
    if (file && file[2] === current)
      return endOfFile(file[2] ?? "", file[1] !== undefined, file[5], text);
    // What tap says beside the files: that it gave up on one, or on all.
    if (/^(Bail out!|not ok)/.test(text)) print(text);
    if (diagnosing && /^ {2}(exitCode|signal|timeout|expired|failure)\b/.test(text)) print(text);
    block.push(text);
  }

  function endOfFile(name: string, failed: boolean, skipped: string | undefined, text: string) {
    diagnosing = failed;
    if (skipped !== undefined) {
      emptyFiles += 1;
      print(`EMPTY ${name} (${skipped})`);
      return;
    }
    const took = /# time=(\S+)/.exec(text)?.[1] ?? "";
    print(`${failed ? "FAIL " : "ok   "} ${name} (${countOf(block)} assertions, ${took})`);
    if (!failed) return;
    failedFiles += 1;
    for (const detail of block) if (!/^\s+ok \d+/.test(detail)) print(detail);
  }

  /** Prints the sum; true when something was run and nothing failed. */
  function finish(): boolean {
    const count = (what: string) =>
      Number(new RegExp(`\\b${what}: (\\d+)`).exec(totals ?? "")?.[1] ?? 0);
    // An assertion-less failure (a crash, an empty file) is a failure all the same.
    const failed = Math.max(count("fail"), failedFiles) + emptyFiles;
    if (totals === undefined) print(`The test run ended early, after ${started} files.`);
    if (count("todo") + count("skip") > 0) print(`${count("todo")} todo, ${count("skip")} skipped`);
    print(`${count("pass")} passed, ${failed} failed`);
    return totals !== undefined && failed === 0 && count("pass") > 0;
  }

  return { line, finish };
}

function countOf(block: string[]): number {
  return block.filter((text) => /^\s+(not )?ok \d+/.test(text) && !text.includes("# time=")).length;
}
