import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import t from "tap";
import ts from "typescript";

const root = new URL("../", import.meta.url);
const fileOf = (path: string) => fileURLToPath(new URL(path, root));

/** The README's blocks as modules: the client of the first example stands for that of the others. */
function modulesOf(readme: string): string[] {
  const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map((match) => match[1] ?? "");
  const client = "declare const kith: import('@kith/sdk').Kith;\n";
  return blocks.map((code) => {
    const imports = code.includes("import { Kith }") ? "" : 'import { Kith } from "@kith/sdk";\n';
    return `${imports}${code.includes("const kith =") ? "" : client}${code}\nexport {};\n`;
  });
}

/** Type errors of modules that exist in memory only, as if they stood beside the README. */
function errorsOf(modules: readonly string[]): string[] {
  const config = ts.readConfigFile(fileOf("../../tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, fileOf("../.."));
  const files = new Map(modules.map((code, index) => [fileOf(`readme-${index + 1}.ts`), code]));
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, ...rest) => {
    const code = files.get(name);
    return code === undefined
      ? getSourceFile(name, ...rest)
      : ts.createSourceFile(name, code, ts.ScriptTarget.ES2024);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()]
    .flatMap((name) => ts.getPreEmitDiagnostics(program, program.getSourceFile(name)))
    .map(({ file, messageText }) => {
      const where = file?.fileName.replace(/.*readme-(\d+)\.ts$/, "example $1") ?? "";
      return `${where}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    });
}

t.test("the examples of the README compile as they stand", async (t) => {
  const modules = modulesOf(readFileSync(fileOf("README.md"), "utf8"));
  t.ok(modules.length >= 5);
  t.same(errorsOf(modules), []);
});

t.test("an example with a mistake would be noticed", async (t) => {
  const [error] = errorsOf(modulesOf("```ts\nawait kith.people.fetch();\n```\n"));
  t.match(error, /^example 1: Property 'fetch' does not exist/);
});
