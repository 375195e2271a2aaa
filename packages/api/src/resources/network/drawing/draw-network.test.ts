import fc from "fast-check";
import t from "tap";
import { drawNetwork } from "./draw-network.ts";
import { type Layout, layOut } from "./layout.ts";
import { dark, light, type Palette } from "./palette.ts";
import { egoRadius, fontSize } from "./picture.ts";
import { baselineOf, type Placed } from "./placed.ts";
import { pictureWith } from "./testing/planned-picture.ts";

interface Rectangle {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What a label covers, with the full height of letters above and below the baseline. */
function labelRectangle(
  person: Pick<Placed, "x" | "y" | "radius" | "side" | "label">,
  size: number,
): Rectangle | null {
  const { x, y, label } = person;
  if (!label) return null;
  const baseline = y + baselineOf(person);
  return {
    ...{ left: x - label.width / 2, right: x + label.width / 2 },
    ...{ top: baseline - 0.95 * size, bottom: baseline + 0.25 * size },
  };
}

const egoOf = ({ ego }: Layout) =>
  ({ x: 0, y: 0, radius: egoRadius, side: "below", label: ego.label }) as const;

const meets = (one: Rectangle, other: Rectangle) =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;

const dotRectangle = ({ x, y, radius }: Pick<Placed, "x" | "y" | "radius">): Rectangle => ({
  ...{ left: x - radius, right: x + radius },
  ...{ top: y - radius, bottom: y + radius },
});

/** Pairs that overlap: labels, dots, and labels with the dots of others. */
function overlaps(layout: Layout): number {
  const labels = [
    labelRectangle(egoOf(layout), fontSize + 1),
    ...layout.people.map((person) => labelRectangle(person, fontSize)),
  ];
  const dots = [egoOf(layout), ...layout.people].map(dotRectangle);
  let count = 0;
  for (const [index, label] of labels.entries()) {
    for (const [other, dot] of dots.entries()) {
      const before = other < index ? labels[other] : null;
      if (label && before && meets(label, before)) count++;
      if (label && other !== index && meets(label, dot)) count++;
      if (other < index && meets(dots[index] as Rectangle, dot)) count++;
    }
  }
  return count;
}

t.test("at 50 people all have their names, and nothing overlaps", async (t) => {
  fc.assert(
    fc.property(pictureWith(50), (picture) => {
      const layout = layOut(picture);
      const shown = layout.people.filter(({ label }) => label !== null).length;
      const named = picture.people.filter(({ name }) => /[\p{L}\p{N}]/u.test(name ?? "")).length;
      return shown >= named && overlaps(layout) === 0;
    }),
    { numRuns: 12 },
  );
  t.pass();
});

t.test("nothing overlaps at any other size, with people beyond or without", async (t) => {
  for (const [near, beyond] of [
    [0, 0],
    [1, 0],
    [2, 3],
    [12, 30],
    [61, 0],
    [150, 150],
  ] as const) {
    fc.assert(
      fc.property(pictureWith(near, beyond), (picture) => overlaps(layOut(picture)) === 0),
      { numRuns: 3 },
    );
  }
  t.pass();
});

t.test("of 2,000 people the strongest ties have names, and everybody is there", async (t) => {
  const [picture] = fc.sample(pictureWith(2_000), { numRuns: 1, seed: 1 });
  if (!picture) return;
  const { people } = layOut(picture);
  t.equal(people.length, 2_000);
  const named = people.filter(({ inRing }) => !inRing).map(({ id }) => id);
  t.same(
    named,
    picture.people.slice(0, 40).map(({ id }) => id),
  );
  t.ok(people.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)));
  t.ok(drawNetwork(picture).length < 400_000);
});

t.test("strong ties stand nearer than weak ones", async (t) => {
  const [picture] = fc.sample(pictureWith(50), { numRuns: 1, seed: 7 });
  if (!picture) return;
  const distance = ({ x, y }: Placed) => Math.hypot(x, y);
  const { people } = layOut(picture);
  const mean = (some: Placed[]) => some.map(distance).reduce((x, y) => x + y, 0) / some.length;
  t.ok(mean(people.slice(0, 10)) < mean(people.slice(20, 30)));
  t.ok(mean(people.slice(20, 30)) < mean(people.slice(40)));
});

t.test("the same network always looks the same", async (t) => {
  const [picture] = fc.sample(pictureWith(30, 10), { numRuns: 1, seed: 3 });
  if (picture) t.equal(drawNetwork(picture), drawNetwork(structuredClone(picture)));
});

/** The names of the elements, when all tags match and everything between them is plain text. */
function elementsOf(svg: string): string[] | null {
  const open: string[] = [];
  const names: string[] = [];
  const pieces = /<(\/?)([a-z]+)((?: [a-z0-9:-]+="[^"<>&]*")*)(\/?)>|([^<>]+)/gi;
  let end = 0;
  for (const { 0: all, 1: closes, 2: name, 4: alone, 5: text, index } of svg.matchAll(pieces)) {
    if (index !== end) return null;
    end = index + all.length;
    if (text !== undefined && /&(?!(amp|lt|gt|quot|#39);)/.test(text)) return null;
    if (name === undefined) continue;
    if (closes) {
      if (open.pop() !== name) return null;
    } else {
      names.push(name);
      if (!alone) open.push(name);
    }
  }
  return end === svg.length && open.length === 0 ? names : null;
}

t.test("whatever people are called, it is well-formed XML of drawing elements only", async (t) => {
  const known = "svg title desc style rect path line circle text g".split(" ");
  fc.assert(
    fc.property(pictureWith(20, 5), (picture) => {
      const svg = drawNetwork(picture);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML can't hold them
      if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(svg)) return false;
      const elements = elementsOf(svg);
      return svg.isWellFormed() && (elements ?? ["none"]).every((e) => known.includes(e));
    }),
    { numRuns: 60 },
  );
  t.pass();
});

t.test("it has a title and a description, and tells what it is", async (t) => {
  const [picture] = fc.sample(pictureWith(3), { numRuns: 1, seed: 1 });
  if (!picture) return;
  const svg = drawNetwork({ ...picture, heading: "Your network", description: "A & B." });
  t.match(svg, /^<svg [^>]*role="img" aria-labelledby="picture-title picture-desc"/);
  t.match(svg, '<title id="picture-title">Your network</title>');
  t.match(svg, '<desc id="picture-desc">A &amp; B.</desc>');
});

/** WCAG 2.2: relative luminance, and the contrast of two colours. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
}

t.test("text and dots have the contrast of WCAG AA, light and dark", async (t) => {
  for (const palette of [light, dark] satisfies Palette[]) {
    for (const text of [palette.text, palette.quiet]) {
      t.ok(contrast(text, palette.ground) >= 4.5, `${text} ${contrast(text, palette.ground)}`);
    }
    const { core, active, fading, dormant, beyond, ego } = palette;
    for (const dot of [core, active, fading, dormant, beyond, ego]) {
      t.ok(contrast(dot, palette.ground) >= 3, `${dot} ${contrast(dot, palette.ground)}`);
    }
  }
});
