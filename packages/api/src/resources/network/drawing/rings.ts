import type { Picture, PicturePerson } from "./picture.ts";
import { boxOf, type Placed, stretch } from "./placed.ts";

const gap = 13;

/**
 * Places for those without a name: dots in rings around the others, the strongest ties innermost,
 * each ring turned so that people stand near those they know.
 */
export function ringsAround(
  inside: readonly Placed[],
  people: readonly PicturePerson[],
  ties: Picture["ties"],
): Placed[] {
  const angles = anglesBy(inside, ties);
  const placed: Placed[] = [];
  let radius = outerRadius(inside) + 2 * gap;
  for (const isBeyond of [false, true]) {
    let left = people.filter(({ drawn }) => (drawn === "beyond") === isBeyond);
    while (left.length > 0) {
      const room = Math.floor((2 * Math.PI * radius * ((1 + stretch) / 2)) / gap);
      placed.push(...ring(left.slice(0, room), radius, angles));
      left = left.slice(room);
      radius += gap;
    }
  }
  return placed;
}

/** The ellipse that holds all that has a name. */
function outerRadius(inside: readonly Placed[]): number {
  const corners = inside.flatMap((person) => {
    const { x, y, dy, halfWidth, halfHeight } = boxOf(person);
    return [-1, 1].flatMap((h) => [-1, 1].map((v) => [x + h * halfWidth, y + dy + v * halfHeight]));
  });
  return Math.max(60, ...corners.map(([x = 0, y = 0]) => Math.hypot(x / stretch, y)));
}

/** The direction in which the people are whom somebody knows. */
function anglesBy(inside: readonly Placed[], ties: Picture["ties"]): Map<string, number> {
  const places = new Map(inside.map((person) => [person.id, person]));
  const sums = new Map<string, { x: number; y: number }>();
  const add = (id: string, place: Placed | undefined) => {
    if (!place) return;
    const { x, y } = sums.get(id) ?? { x: 0, y: 0 };
    const length = Math.hypot(place.x, place.y) || 1;
    sums.set(id, { x: x + place.x / length, y: y + place.y / length });
  };
  for (const { a, b } of ties) {
    add(a, places.get(b));
    add(b, places.get(a));
  }
  return new Map([...sums].map(([id, { x, y }]) => [id, Math.atan2(y, x)]));
}

/** Evenly spread, in the order of where each would rather be. */
function ring(
  people: readonly PicturePerson[],
  radius: number,
  angles: ReadonlyMap<string, number>,
): Placed[] {
  const wishes = people.map((person, index) => ({
    person,
    angle: angles.get(person.id) ?? ((index * 2.399963) % (2 * Math.PI)) - Math.PI,
  }));
  wishes.sort((x, y) => x.angle - y.angle);
  return wishes.map(({ person }, index) => {
    const angle = -Math.PI + (2 * Math.PI * (index + 0.5)) / people.length;
    const [x, y] = [radius * stretch * Math.cos(angle), radius * Math.sin(angle)];
    return { ...person, x, y, radius: 3.2, label: null, side: "below", inRing: true };
  });
}
