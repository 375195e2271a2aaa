import { escapeXml } from "./label.ts";
import { type Layout, layOut } from "./layout.ts";
import { styleSheet } from "./palette.ts";
import { type Drawn, egoRadius, fontSize, isBold, type Picture } from "./picture.ts";
import { baselineOf, boxOf, type Placed } from "./placed.ts";
import { textWidth } from "./text-width.ts";

const margin = 28;
const headHeight = 62;
const lineHeight = 24;
const leastWidth = 560;
/** Of ties among others the strongest, so many for each person: a background, not a thicket. */
const tiesPerPerson = 3;

interface Frame {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The picture as SVG: no script, nothing loaded, light and dark, told to who can't see it. */
export function drawNetwork(picture: Picture): string {
  const layout = layOut(picture);
  const frame = frameOf(layout, picture);
  const { left, top, width, height } = frame;
  const ids = { title: `${picture.key}-title`, desc: `${picture.key}-desc` };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="kith-network" role="img"`,
    ` aria-labelledby="${ids.title} ${ids.desc}" width="${width}" height="${height}"`,
    ` viewBox="${left} ${top} ${width} ${height}" style="max-width:100%;height:auto">`,
    `<title id="${ids.title}">${xml(picture.heading)}</title>`,
    `<desc id="${ids.desc}">${xml(picture.description)}</desc>`,
    `<style>${styleSheet("kith-network")}</style>`,
    `<rect class="ground" x="${left}" y="${top}" width="${width}" height="${height}" rx="12"/>`,
    tiesAmong(layout, picture),
    ownTies(layout),
    dots(layout),
    names(layout, picture),
    heading(frame, picture),
    legend(frame, picture),
    "</svg>\n",
  ].join("");
}

const xml = (text: string) => escapeXml(text.replace(/[\p{Cc}\ufffe\uffff]/gu, " "));
const px = (value: number) => String(Math.round(value * 10) / 10);

function frameOf(layout: Layout, picture: Picture): Frame {
  const ego = { x: 0, y: 0, radius: egoRadius, label: layout.ego.label, side: "below" as const };
  const boxes = [boxOf(ego), ...layout.people.map((person) => boxOf(person))];
  const right = Math.max(...boxes.map(({ x, halfWidth }) => Math.abs(x) + halfWidth));
  const top = Math.min(...boxes.map(({ y, dy, halfHeight }) => y + dy - halfHeight));
  const bottom = Math.max(...boxes.map(({ y, dy, halfHeight }) => y + dy + halfHeight));
  const width = Math.ceil(Math.max(leastWidth, 2 * right + 2 * margin));
  const legendHeight = legendRows(picture, width).length * lineHeight;
  const height = Math.ceil(bottom - top + headHeight + legendHeight + 2 * margin);
  return { left: -width / 2, top: Math.floor(top - headHeight - margin), width, height };
}

function tiesAmong({ people }: Layout, { ties }: Picture): string {
  const shown = people.filter(({ inRing, drawn }) => !inRing || drawn === "beyond");
  const places = new Map(shown.map((person) => [person.id, person]));
  const lines = ties
    .flatMap(({ a, b }) => {
      const [one, other] = [places.get(a), places.get(b)];
      if (!one || !other) return [];
      return [`M${px(one.x)} ${px(one.y)}L${px(other.x)} ${px(other.y)}`];
    })
    .slice(0, tiesPerPerson * shown.length);
  return lines.length > 0 ? `<path class="among" fill="none" d="${lines.join("")}"/>` : "";
}

const dashes: Record<Drawn, string> = {
  core: "",
  active: "",
  fading: ` stroke-dasharray="7 6"`,
  dormant: ` stroke-dasharray="1 6"`,
  beyond: "",
};

/** Lines to those in the rings would be a ball of wool: their ring says how near they are. */
function ownTies({ people }: Layout): string {
  return people
    .filter(({ drawn, inRing }) => drawn !== "beyond" && !inRing)
    .map((person) => {
      const { drawn, strength } = person;
      const [from, to] = ends(person);
      const width = px(drawn === "dormant" ? 1.6 : 1.2 + 4.5 * strength);
      const at = `x1="${px(from.x)}" y1="${px(from.y)}" x2="${px(to.x)}" y2="${px(to.y)}"`;
      return `<line class="${drawn}" ${at} stroke-width="${width}"${dashes[drawn]}/>`;
    })
    .join("");
}

/** Between the rims of the two dots, so that a hollow one stays hollow. */
function ends({ x, y, radius }: Placed) {
  const length = Math.hypot(x, y) || 1;
  const at = (distance: number) => ({ x: (x / length) * distance, y: (y / length) * distance });
  return [at(egoRadius + 4), at(Math.max(egoRadius + 4, length - radius - 3))] as const;
}

const isHollow = (drawn: Drawn) => drawn === "dormant" || drawn === "beyond";

const dotClass = (drawn: Drawn) => (isHollow(drawn) ? `${drawn} hollow` : drawn);

function dots({ people }: Layout): string {
  const all = people.map(({ x, y, radius, drawn, hint }) => {
    const place = `cx="${px(x)}" cy="${px(y)}" r="${px(radius)}"`;
    return `<circle class="${dotClass(drawn)}" ${place}><title>${xml(hint)}</title></circle>`;
  });
  return `${all.join("")}<circle class="ego" r="${egoRadius}"/>`;
}

function names({ ego, people }: Layout, { key }: Picture): string {
  const all = people.flatMap((person) => {
    const { x, y, label, drawn } = person;
    if (!label) return [];
    const style = isBold(drawn) ? ` class="bold"` : isHollow(drawn) ? ` class="quiet"` : "";
    const place = `x="${px(x)}" y="${px(y + baselineOf(person))}"`;
    return [`<text ${place}${style}>${xml(label.text)}</text>`];
  });
  const own = `<text class="bold" y="${px(baselineOf({ radius: egoRadius, side: "below" }))}" font-size="${fontSize + 1}">${xml(ego.label.text)}</text>`;
  return `<g id="${key}-names" font-size="${fontSize}">${all.join("")}${own}</g>`;
}

function heading({ left, top }: Frame, { heading, summary }: Picture): string {
  const x = px(left + margin);
  const line = (y: number, style: string, size: number, text: string) =>
    `<text class="start ${style}" x="${x}" y="${px(top + y)}" font-size="${size}">${xml(text)}</text>`;
  return line(42, "bold", 19, heading) + line(64, "quiet", 13, summary);
}

const symbolWidth = 40;

function legendRows({ legend }: Picture, width: number) {
  const rows: { drawn: Drawn; text: string; x: number }[][] = [];
  let x = Number.POSITIVE_INFINITY;
  for (const { band: drawn, text } of legend) {
    const needs = symbolWidth + textWidth(text, 12) + 18;
    if (x + needs > width - margin) {
      rows.push([]);
      x = margin;
    }
    rows.at(-1)?.push({ drawn, text, x });
    x += needs;
  }
  return rows;
}

function legend(frame: Frame, picture: Picture): string {
  const rows = legendRows(picture, frame.width);
  const first = frame.top + frame.height - margin - (rows.length - 1) * lineHeight;
  const entries = rows.flatMap((row, index) =>
    row.map(({ drawn, text, x: offset }) => {
      const [x, y] = [frame.left + offset, first + index * lineHeight];
      const line = `<line class="${drawn}" x1="${px(x)}" y1="${px(y)}" x2="${px(x + 20)}" y2="${px(y)}" stroke-width="${drawn === "core" ? 5 : drawn === "active" ? 3.4 : 2}"${dashes[drawn]}/>`;
      const dot = `<circle class="${dotClass(drawn)}" cx="${px(x + 27)}" cy="${px(y)}" r="4.5"/>`;
      const words = `<text class="start quiet" x="${px(x + symbolWidth - 1)}" y="${px(y + 4)}" font-size="12">${xml(text)}</text>`;
      return (drawn === "beyond" ? "" : line) + dot + words;
    }),
  );
  return `<g>${entries.join("")}</g>`;
}
