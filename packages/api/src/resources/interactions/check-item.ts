import {
  type CustomTypes,
  categoryOf,
  type InteractionCategory,
  interactionTypes,
} from "@kith/core";
import type { TSchema } from "typebox";
import type { Context } from "../../context.ts";
import type { FieldError } from "../../errors.ts";
import { escapePointer, storable } from "../../http/json.ts";
import { fromIso, toIso } from "../../http/time.ts";
import { check } from "../../http/validation.ts";
import type { AboutKind, NewInteraction } from "./schemas.ts";

/** An interaction that is valid by itself; the people it names are not looked up yet. */
export interface CheckedItem {
  type: string;
  category: InteractionCategory;
  from: string;
  to: readonly string[];
  occurredAt: number;
  externalId: string | null;
  durationMinutes: number | null;
  effort: string | null;
  aboutKind: AboutKind | null;
  aboutId: string | null;
  metadata: Record<string, unknown> | null;
}

/** How far a client's clock may be ahead of ours. */
const aheadMs = 5 * 60_000;

/** Checks items one by one for a tenant at a moment; answers the item or what is wrong with it. */
export function itemChecker({ tenant, now }: Context, schema: TSchema) {
  const latest = now + aheadMs;
  const customTypes: CustomTypes = Object.fromEntries(
    (tenant.settings.interactionTypes ?? []).map(({ type, category }) => [type, category]),
  );
  const unknownType = () =>
    `unknown type: use one of ${[...Object.keys(interactionTypes), ...Object.keys(customTypes)].join(", ")}, or define it in /v1/tenant`;

  return (value: unknown): CheckedItem | FieldError[] => {
    const errors = check(schema, value);
    if (errors.length > 0) return errors;
    const item = value as NewInteraction;
    checkText(item, errors);
    const category = categoryOf(item.type, customTypes);
    if (category === null) errors.push({ pointer: "/type", detail: unknownType() });
    const occurredAt = fromIso(item.occurredAt);
    if (occurredAt > latest) {
      const detail = `lies in the future: it is ${toIso(now)}, and at most five minutes ahead are accepted`;
      errors.push({ pointer: "/occurredAt", detail });
    }
    if (category === null || errors.length > 0) return errors;
    const aboutKind = item.about ? (Object.keys(item.about)[0] as AboutKind) : null;
    return {
      type: item.type,
      category,
      from: item.from,
      to: item.to,
      occurredAt,
      externalId: item.externalId ?? null,
      durationMinutes: item.durationMinutes ?? null,
      effort: item.effort ?? null,
      aboutKind,
      aboutId: (aboutKind && item.about?.[aboutKind]) ?? null,
      metadata: item.metadata ?? null,
    };
  };
}

const unstorable = "text must not hold NUL or half surrogate pairs";

/** A batch is parsed without the walk over all text, so that one bad text refuses one item only. */
function checkText(item: NewInteraction, errors: FieldError[]): void {
  const see = (pointer: string, text: string | undefined) => {
    if (text !== undefined && !storable(text)) errors.push({ pointer, detail: unstorable });
  };
  see("/externalId", item.externalId);
  see("/from", item.from);
  item.to.forEach((ref, index) => {
    see(`/to/${index}`, ref);
  });
  for (const [kind, id] of Object.entries(item.about ?? {})) see(`/about/${kind}`, id);
  for (const [key, value] of Object.entries(item.metadata ?? {})) {
    if (key === "__proto__" || !storable(key)) {
      errors.push({ pointer: "/metadata", detail: "this key is not allowed" });
    } else if (typeof value === "string") {
      see(`/metadata/${escapePointer(key)}`, value);
    }
  }
}
