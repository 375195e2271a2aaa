import { IntlMessageFormat } from "intl-messageformat";
import t from "tap";
import { english } from "./english/index.ts";
import { catalogues, type MessageKey, say } from "./say.ts";

/** What no text for a member may hold, and why. */
const never: readonly [RegExp, string][] = [
  [/!/, "an exclamation mark"],
  [/\b(debts?|owes?|owed|owing|indebted|pay back|repay|in return)\b/i, "debt"],
  [/\b(scores?|points?|rank(ed|ing)?|leaderboard|rating|per ?cent)\b|%/i, "a score"],
  [
    /\b(should have|guilty?|shame|ashamed|neglect\w*|failed|fault|ignor(ed|ing)|overdue)\b/i,
    "guilt",
  ],
  [
    /\b(amazing|awesome|fantastic|brilliant|incredible|superstar|great job|well done)\b/i,
    "flattery",
  ],
  [/\b(must|have to|need to)\b/i, "pressure"],
];

t.test("no text has debt, scores, guilt, pressure, flattery or exclamation marks", async (t) => {
  for (const [key, text] of Object.entries(english)) {
    for (const [pattern, what] of never) t.notMatch(text, pattern, `${key}: ${what}`);
    t.match(text.replace(/[}\s]+$/, ""), /[.?…]$|^[^.]+$/, `${key} ends as a sentence, or is none`);
  }
});

t.test("every text is a message that can be read", async (t) => {
  for (const [language, catalogue] of Object.entries(catalogues)) {
    for (const [key, text] of Object.entries(catalogue)) {
      t.ok(new IntlMessageFormat(text, language).getAst().length > 0, key);
    }
  }
});

t.test("a lacking parameter is an error, not a hole in the sentence", async (t) => {
  t.equal(
    say({ key: "paths.hop.active", params: { ago: "yesterday" } }),
    "In contact; last yesterday.",
  );
  t.throws(() => say({ key: "paths.hop.active" as MessageKey }), /ago/);
});
