import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../../../examples/ingest/main.ts", import.meta.url));
const counted = /([\d,]+) created, ([\d,]+) duplicates, ([\d,]+) rejected in .*\(([\d,]+) events/;

export interface Loaded {
  created: number;
  duplicates: number;
  rejected: number;
  /** Events per second, as the program says. */
  rate: number;
  exitCode: number | null;
}

/** Runs the example program as its user would, and reads what it prints. */
export async function load(file: string, options: readonly string[]): Promise<Loaded> {
  const child = spawn(process.execPath, [program, file, ...options], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  console.log(output.trimEnd().replaceAll(/^/gm, "    "));
  const figures = counted.exec(output)?.slice(1);
  if (!figures) throw new Error(`${program} ended with code ${exitCode} without its counts.`);
  const [created = 0, duplicates = 0, rejected = 0, rate = 0] = figures.map((figure) =>
    Number(figure.replaceAll(",", "")),
  );
  return { created, duplicates, rejected, rate, exitCode };
}
