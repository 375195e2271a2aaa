import type { Instant } from "../instant.ts";
import { type CustomTypes, categoryOf, type InteractionCategory } from "./types.ts";

/** A dated event from one person to one other. An event with several recipients is several of these. */
export interface Interaction {
  /** Names the event, where the caller needs to find it again in an explanation. */
  readonly id?: string;
  readonly type: string;
  /** Of an already resolved type (a tenant's own); without it, `type` must be a known one. */
  readonly category?: InteractionCategory;
  readonly from: string;
  readonly to: string;
  readonly occurredAt: Instant;
}

/** The category of an interaction; an unknown type is the caller's mistake. */
export function interactionCategory(
  interaction: Interaction,
  customTypes?: CustomTypes,
): InteractionCategory {
  const category = interaction.category ?? categoryOf(interaction.type, customTypes);
  if (category === null) {
    throw new RangeError(
      `Unknown interaction type "${interaction.type}". Use a built-in type, or define this one with its category.`,
    );
  }
  return category;
}
