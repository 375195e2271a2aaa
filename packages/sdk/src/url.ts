/** Half a surrogate pair has no UTF-8 form: say which value, where `encodeURIComponent` does not. */
function encode(name: string, text: string): string {
  if (text.isWellFormed()) return encodeURIComponent(text);
  throw new TypeError(`${name} is not well-formed Unicode: ${JSON.stringify(text)}`);
}

/**
 * Fills in the `{name}`s of a path. An id is one segment whatever is in it; `.` and `..` have no
 * escaped form that URLs keep, so they are refused instead of leading to another route.
 */
export function pathOf(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (typeof value !== "string" || value === "" || value === "." || value === "..") {
      throw new TypeError(`${name} must be an id, not ${JSON.stringify(value) ?? String(value)}`);
    }
    return encode(name, value);
  });
}

/** `name=value` pairs in OpenAPI's default form: an array repeats its name. */
export function queryOf(values: Readonly<Record<string, unknown>>): string {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === undefined || item === null) continue;
      if (typeof item === "object" || typeof item === "function") {
        throw new TypeError(`${name} must be a text, number or boolean, or an array of them`);
      }
      pairs.push(`${encodeURIComponent(name)}=${encode(name, String(item))}`);
    }
  }
  return pairs.join("&");
}
