import type { Document } from "./complete-document.ts";
import { info, tags } from "./introduction.ts";

/**
 * The API as a plain text that a language model can read whole (the form of llmstxt.org): the
 * introduction, then every operation with what it does. All of it is from the OpenAPI document.
 */
export function llmsText(document: Document): string {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, ...operation })),
  );
  const parts = tags.flatMap(({ name, description }) => {
    const own = operations.filter(({ tags = [] }) => tags.includes(name));
    if (own.length === 0) return [];
    return [`## ${name}\n\n${description}\n\n${own.map(lineOf).join("\n")}`];
  });
  return `${[
    `# ${info.title}`,
    `> ${info.summary}`,
    info.description,
    `## Documents

- [OpenAPI 3.1](/openapi.json): every operation with its schemas, examples and problems
- [Documentation](/docs): the same to read and to try out
- Problems: the \`type\` of a problem is a page that says what to do about it

Authorise with \`Authorization: Bearer\` and an API key, on servers only, or with a member token in a
member's browser.`,
    ...parts,
  ].join("\n\n")}\n`;
}

interface Listed {
  path: string;
  method: string;
  operationId?: string;
  summary?: string;
  description?: string;
}

function lineOf({ path, method, operationId, summary, description }: Listed): string {
  const text = (description ?? "").replaceAll(/\s+/g, " ").trim();
  return `- \`${method.toUpperCase()} ${path}\` (${operationId}): ${summary}. ${text}`;
}
