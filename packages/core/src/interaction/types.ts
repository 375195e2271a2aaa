/**
 * What an interaction counts as.
 * contact: they were in touch. help: something was given, `from` -> `to`, and they were in touch.
 * courtesy: a small act of care, in touch as well. friction: trouble or its repair; it is no contact.
 */
export type InteractionCategory = "contact" | "help" | "courtesy" | "friction";

export const interactionCategories: readonly InteractionCategory[] = [
  "contact",
  "help",
  "courtesy",
  "friction",
];

/** The built-in types and the category of each. */
export const interactionTypes = {
  message: "contact",
  call: "contact",
  meeting: "contact",
  gathering: "contact",
  introduction: "help",
  referral: "help",
  lead: "help",
  advice: "help",
  feedback: "help",
  mentoring: "help",
  endorsement: "help",
  knowledge: "help",
  collaboration: "help",
  support: "help",
  thanks: "courtesy",
  congratulation: "courtesy",
  update: "courtesy",
  conflict: "friction",
  repair: "friction",
} as const satisfies Record<string, InteractionCategory>;

export type InteractionType = keyof typeof interactionTypes;

/** A tenant's own types. A friction type counts as a conflict: `repair` alone mends. */
export type CustomTypes = Readonly<Record<string, InteractionCategory>>;

/** The category of a type, or null when nobody defined it. Built-in types cannot be redefined. */
export function categoryOf(type: string, customTypes?: CustomTypes): InteractionCategory | null {
  if (Object.hasOwn(interactionTypes, type)) return interactionTypes[type as InteractionType];
  if (customTypes && Object.hasOwn(customTypes, type)) return customTypes[type] ?? null;
  return null;
}
