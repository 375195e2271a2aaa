import type { Audience } from "./audience.ts";
import { type Frame, type FramedField, framedFields } from "./frame.ts";

/** Whether a viewer who belongs to these audiences is shown a field. */
export const isShown = (frame: Frame, field: FramedField, viewer: ReadonlySet<Audience>): boolean =>
  frame[field] !== "private" && viewer.has(frame[field]);

/** The framed fields as a viewer is shown them: a hidden list is empty, anything else hidden null. */
export function showFields<T extends { readonly [F in FramedField]?: unknown }>(
  fields: T,
  frame: Frame,
  viewer: ReadonlySet<Audience>,
): {
  [F in keyof T]: F extends FramedField
    ? T[F] extends readonly unknown[]
      ? T[F]
      : T[F] | null
    : T[F];
} {
  const hidden = framedFields.filter((field) => field in fields && !isShown(frame, field, viewer));
  const blanks = hidden.map((field) => [field, Array.isArray(fields[field]) ? [] : null]);
  return { ...fields, ...Object.fromEntries(blanks) };
}

/**
 * Whether a viewer can find a person at all: they may see the name, or the two were in contact.
 * For anybody else the person is as one who never was.
 */
export const isFound = (frame: Frame, viewer: ReadonlySet<Audience>, contact: boolean): boolean =>
  contact || isShown(frame, "name", viewer);
