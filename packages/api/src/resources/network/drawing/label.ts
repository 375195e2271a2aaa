import { textWidth } from "./text-width.ts";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * A name as a label: what XML can't hold, line breaks and marks that turn the direction of a text
 * are taken out (a name must not re-order what stands beside it), and of marks on one letter two are
 * kept (more of them would climb over the labels around).
 */
export function cleanName(name: string): string {
  return Array.from(graphemes.segment(name.toWellFormed()), ({ segment }) =>
    segment
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
      .replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Cn}\p{Co}]/gu, "")
      .replace(/(\p{Mn}{2})\p{Mn}+/gu, "$1"),
  )
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

export interface Label {
  text: string;
  width: number;
}

/** A name cut to a width, between letters as people see them. */
export function fitName(name: string, fontSize: number, isBold: boolean, most: number): Label {
  const width = (text: string) => textWidth(text, fontSize, isBold);
  if (width(name) <= most) return { text: name, width: width(name) };
  let text = "";
  for (const { segment } of graphemes.segment(name)) {
    if (width(`${text}${segment}…`) > most) break;
    text += segment;
  }
  text = `${text.trimEnd()}…`;
  return { text, width: width(text) };
}

/** Text as XML may hold it. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
