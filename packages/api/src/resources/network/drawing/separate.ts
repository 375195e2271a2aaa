/** A rectangle about a place: what a dot and its label take up. `dy` moves its middle down. */
export interface Box {
  x: number;
  y: number;
  dy: number;
  halfWidth: number;
  halfHeight: number;
  isFixed: boolean;
}

const rounds = 120;
const growth = 1.03;

/**
 * Moves boxes apart until none overlaps another: first each pair along the shorter way, then, as long
 * as any two still do, all away from the middle. The second always ends, because the boxes keep their
 * size while the distances grow.
 */
export function separate(boxes: readonly Box[]): void {
  breakTies(boxes);
  for (let round = 0; round < rounds; round++) {
    if (!pushApart(boxes)) return;
  }
  while (overlaps(boxes)) {
    for (const box of boxes) {
      if (box.isFixed) continue;
      box.x *= growth;
      box.y *= growth;
    }
  }
}

/** Two boxes at one place would stay together for ever. */
function breakTies(boxes: readonly Box[]): void {
  for (const [index, box] of boxes.entries()) {
    if (box.isFixed) continue;
    box.x += 0.01 * Math.cos(index) * (index + 1);
    box.y += 0.01 * Math.sin(index) * (index + 1);
  }
}

function overlap(one: Box, other: Box): { x: number; y: number } | null {
  const x = one.halfWidth + other.halfWidth - Math.abs(one.x - other.x);
  const y = one.halfHeight + other.halfHeight - Math.abs(one.y + one.dy - other.y - other.dy);
  return x > 1e-6 && y > 1e-6 ? { x, y } : null;
}

function overlaps(boxes: readonly Box[]): boolean {
  return boxes.some((one, index) =>
    boxes.slice(index + 1).some((other) => overlap(one, other) !== null),
  );
}

function pushApart(boxes: readonly Box[]): boolean {
  let moved = false;
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      const by = overlap(one, other);
      if (!by) continue;
      moved = true;
      if (by.x < by.y) push(one, other, "x", by.x);
      else push(one, other, "y", by.y);
    }
  }
  return moved;
}

function push(one: Box, other: Box, axis: "x" | "y", by: number): void {
  const middle = (box: Box) => (axis === "x" ? box.x : box.y + box.dy);
  const direction = middle(one) <= middle(other) ? 1 : -1;
  const share = one.isFixed || other.isFixed ? 1 : 0.5;
  if (!one.isFixed) one[axis] -= direction * by * share * 1.001;
  if (!other.isFixed) other[axis] += direction * by * share * 1.001;
}
