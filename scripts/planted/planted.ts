import type { Hole } from "./holes.ts";

/** The file with the hole in it; throws when the sources have moved on. */
export function planted({ name, file, edits }: Hole, source: string): string {
  return edits.reduce((text, [find, replacement]) => {
    const count = text.split(find).length - 1;
    if (count === 1) return text.replace(find, () => replacement);
    throw new Error(
      `"${name}" is stale: ${JSON.stringify(find)} stands ${count} times in ${file}.`,
    );
  }, source);
}
