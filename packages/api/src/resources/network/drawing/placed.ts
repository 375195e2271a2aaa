import type { Label } from "./label.ts";
import { fontSize, labelDrop, labelGap, type PicturePerson } from "./picture.ts";
import type { Box } from "./separate.ts";

/** A person with a place; `label` is null for a dot alone. */
export interface Placed extends PicturePerson {
  x: number;
  y: number;
  radius: number;
  label: Label | null;
  /** Above the dot or below it: away from the middle, so that no tie runs through its own name. */
  side: "above" | "below";
  /** Of those around, who are too many to be named. */
  inRing: boolean;
}

/** Labels are wide: the picture is wider than high. */
export const stretch = 1.35;
const padding = 3;

/** What a dot and its label take up. */
export function boxOf(
  { x, y, radius, label, side }: Pick<Placed, "x" | "y" | "radius" | "label" | "side">,
  isFixed = false,
): Box {
  const drop = label ? labelDrop + 2 : 0;
  const halfWidth = Math.max(radius, (label?.width ?? 0) / 2) + padding;
  const dy = side === "below" ? drop / 2 : -drop / 2;
  return { x, y, dy, halfWidth, halfHeight: radius + drop / 2 + padding, isFixed };
}

/** How far the baseline of a label is below the middle of its dot. */
export const baselineOf = ({ radius, side }: Pick<Placed, "radius" | "side">): number =>
  side === "below" ? radius + labelGap + 0.8 * fontSize : -radius - labelGap - 0.2 * fontSize;
