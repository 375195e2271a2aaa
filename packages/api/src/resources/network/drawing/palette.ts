/**
 * The colours, light and dark. Text has a contrast of at least 4.5 to 1 with the ground, dots and
 * lines at least 3 to 1 (WCAG 2.2 AA); a test computes it. Bands differ also in how dots are filled
 * and lines are dashed, so nothing hangs on colour alone.
 */
export interface Palette {
  ground: string;
  text: string;
  quiet: string;
  /** Ties among others: a faint background, which carries no measure. */
  among: string;
  ego: string;
  core: string;
  active: string;
  fading: string;
  dormant: string;
  beyond: string;
}

export const light: Palette = {
  ground: "#fcfcfa",
  text: "#22282b",
  quiet: "#5b6468",
  among: "#dfe3e1",
  ego: "#22282b",
  core: "#0b6e4f",
  active: "#2f7fb5",
  fading: "#b26b16",
  dormant: "#7d868b",
  beyond: "#7d868b",
};

export const dark: Palette = {
  ground: "#15191b",
  text: "#eceeed",
  quiet: "#a6afb3",
  among: "#2c3336",
  ego: "#eceeed",
  core: "#4cc38a",
  active: "#6cb4e4",
  fading: "#e0a458",
  dormant: "#899499",
  beyond: "#899499",
};

const drawn = ["core", "active", "fading", "dormant", "beyond"] as const;

const rules = (palette: Palette): string =>
  [
    `.ground{fill:${palette.ground}}`,
    `text{fill:${palette.text};stroke:${palette.ground}}`,
    `.quiet{fill:${palette.quiet}}`,
    `.among{stroke:${palette.among}}`,
    `.ego{fill:${palette.ego}}`,
    ...drawn.map((name) => `.${name}{stroke:${palette[name]};fill:${palette[name]}}`),
    `.hollow{fill:${palette.ground}}`,
  ].join("");

/** Scoped by the class on the root, so that a drawing put into a page leaves the page alone. */
export function styleSheet(scope: string): string {
  const scoped = (css: string) => css.replaceAll(/(^|\})(?=[.a-z])/g, `$1.${scope} `);
  const form =
    "text{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;" +
    "text-anchor:middle;stroke-width:3;stroke-linejoin:round;paint-order:stroke;" +
    "unicode-bidi:plaintext}" +
    ".start{text-anchor:start}.bold{font-weight:600}" +
    "line{stroke-linecap:round;stroke-opacity:.5}circle{stroke-width:1.6}.among{stroke-width:1}";
  return `${scoped(form)}${scoped(rules(light))}@media (prefers-color-scheme:dark){${scoped(rules(dark))}}`;
}
