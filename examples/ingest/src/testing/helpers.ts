import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Kith } from "@kith/sdk";
import type { Test } from "tap";

/** A file that is gone after the test. */
export function fileWith(t: Test, name: string, content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "kith-ingest-"));
  t.teardown(() => rmSync(folder, { recursive: true }));
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Item {
  externalId: string;
  to: string[];
}

/** What Kith does with batches, as far as this program can tell: ids count once, `bad` is refused. */
export function fakeInteractions() {
  const stored = new Map<string, Item>();
  let underWay = 0;
  const seen = { requests: 0, mostAtOnce: 0 };
  const createBatch = async (items: Item[]) => {
    seen.requests++;
    underWay++;
    seen.mostAtOnce = Math.max(seen.mostAtOnce, underWay);
    await new Promise((resolve) => setImmediate(resolve));
    underWay--;
    const answer = { created: 0, duplicates: 0, rejected: [] as object[] };
    for (const [index, item] of items.entries()) {
      if (item.to[0] === "ext:bad") {
        answer.rejected.push({ index, errors: [{ pointer: "/to/0", detail: "is bad" }] });
      } else if (stored.has(item.externalId)) answer.duplicates++;
      else {
        stored.set(item.externalId, item);
        answer.created++;
      }
    }
    return answer;
  };
  return {
    stored,
    seen,
    api: { createBatch } as unknown as Pick<Kith["interactions"], "createBatch">,
  };
}
