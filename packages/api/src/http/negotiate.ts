import { Problem } from "../errors.ts";

interface Wanted {
  range: string;
  quality: number;
}

/**
 * The media type to answer with, of those there are: by RFC 9110, the most specific range that
 * matches a type decides how much it is wanted. Where two are wanted alike the first offered wins, so
 * a client that says nothing gets that one. 406 where none is wanted.
 */
export function negotiate<const T extends readonly string[]>(
  accept: string | undefined,
  offered: T,
): T[number] {
  const wanted = parse(accept?.trim() || "*/*"); // an empty header says nothing either
  const best = offered
    .map((type) => ({ type, quality: qualityOf(type, wanted) }))
    .filter(({ quality }) => quality > 0)
    .reduce<{ type: string; quality: number } | null>(
      (best, next) => (best && best.quality >= next.quality ? best : next),
      null,
    );
  if (best) return best.type;
  throw new Problem("not_acceptable", `This is answered as ${offered.join(" or ")}.`, {
    errors: [{ pointer: "header:accept", detail: `must accept ${offered.join(" or ")}` }],
    headers: { vary: "Accept" },
  });
}

function parse(accept: string): Wanted[] {
  return accept.split(",").flatMap((part) => {
    const [range = "", ...parameters] = part.split(";").map((text) => text.trim().toLowerCase());
    if (range === "") return [];
    const q = parameters.find((parameter) => /^q\s*=/.test(parameter));
    const quality = q === undefined ? 1 : Number(q.replace(/^q\s*=\s*/, ""));
    return [{ range, quality: quality >= 0 && quality <= 1 ? quality : 0 }];
  });
}

function qualityOf(type: string, wanted: readonly Wanted[]): number {
  const ranges = [type, `${type.split("/")[0]}/*`, "*/*"];
  const found = ranges.map((range) => wanted.find((one) => one.range === range));
  return found.find((one) => one !== undefined)?.quality ?? 0;
}
