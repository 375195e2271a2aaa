interface Parameter {
  in: string;
  required?: boolean;
  description?: string;
  schema?: { description?: string; examples?: unknown[] };
}

interface Operation {
  parameters?: Parameter[];
}

/**
 * Swagger UI fills every field with its example. That helps for what is required, and misleads for
 * what is optional: a filter nobody asked for, a stale `If-Match`, an idempotency key that replays.
 * Its copy of the document tells those examples in words instead.
 */
export function forTrying<D extends { paths?: object }>(document: D): D {
  for (const path of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(path as Record<string, Operation>)) {
      for (const parameter of operation.parameters ?? []) tellExample(parameter);
    }
  }
  return document;
}

function tellExample(parameter: Parameter): void {
  const [example] = parameter.schema?.examples ?? [];
  if (parameter.required || example === undefined) return;
  const description = parameter.description ?? parameter.schema?.description ?? "";
  parameter.description = `${description} For example \`${String(example)}\`.`.trim();
  delete parameter.schema?.examples;
}
