import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Development {
  url: string;
  apiKey: string;
  tenant: string;
}

/** `.kith/dev.json`: where programs beside this checkout find the service. Holds keys: owner only. */
export function writeDevFile(root: string, content: Development & { databaseUrl: string }): void {
  mkdirSync(join(root, ".kith"), { recursive: true });
  const text = `${JSON.stringify(content, null, 2)}\n`;
  writeFileSync(join(root, ".kith", "dev.json"), text, { mode: 0o600 });
}

export function announce({ url, apiKey }: Development): void {
  console.log(`
Kith is ready.

  API    ${url}/v1
  Docs   ${url}/docs       (Authorize with the key below, then "Try it out")
  Key    ${apiKey}

Try it:

  curl -s "${url}/v1/people?limit=3" -H "Authorization: Bearer ${apiKey}"

Ctrl-C stops everything; the data stays for the next start.
`);
}
