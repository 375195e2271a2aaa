import type { Band } from "@kith/core";

/** What is drawn, before it has a place. */
export interface Picture {
  /** Told apart from other pictures on one page: becomes part of its ids. */
  key: string;
  heading: string;
  summary: string;
  /** For who can't see it. */
  description: string;
  ego: { name: string };
  /** The strongest ties first; then people beyond, the best reached first. */
  people: readonly PicturePerson[];
  /** Ties among others, the strongest first. */
  ties: readonly { a: string; b: string }[];
  legend: readonly { band: Drawn; text: string }[];
}

/** How a person is drawn: by the band of the tie to them, or as somebody beyond. */
export type Drawn = Exclude<Band, "none"> | "beyond";

export interface PicturePerson {
  id: string;
  /** null: not to be shown. */
  name: string | null;
  /** Shown when pointed at. */
  hint: string;
  drawn: Drawn;
  /** Of the tie to them, in [0, 1); 0 of somebody beyond. */
  strength: number;
}

export const egoRadius = 15;
export const fontSize = 13;
export const labelGap = 4;
export const labelDrop = 1.25 * fontSize;

export const radiusOf = ({ drawn, strength }: Pick<PicturePerson, "drawn" | "strength">): number =>
  drawn === "beyond" ? 3.5 : 4.5 + 5 * strength;

export const isBold = (drawn: Drawn): boolean => drawn === "core";
