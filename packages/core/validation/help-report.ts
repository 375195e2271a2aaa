import { type HelpRanked, type HelpResult, type HelpRule, helpRules } from "./help-ranking.ts";
import { mean } from "./ranking.ts";

const rivals = ["popularity", "recency", "frequency"] as const;

/** The section of docs/validation.md on who will help. It ends where the next one begins. */
export function helpReport(sets: readonly HelpRanked[]): string {
  const real = sets.filter(({ isHelp }) => isHelp);
  const messages = sets.filter(({ isHelp }) => !isHelp);
  return `## Who will help

Written by \`pnpm validate --help-ranking\`. At each of the five cut-offs, everybody who gets help
within 90 days from somebody they know: all whom they know are ranked by what was known up to the
cut-off. *MRR* is the mean of 1 / rank of who helps first, *recall at 10* the share of those who help
within the 90 days who stand among the first ten.

Compared are *popularity* (help given to anyone), *recency* (the last contact of the two) and
*frequency* (contacts of the two). *clock* is the chance of contact of the two; *help chance* is the
chance that the helper reaches out, less for who was not seen with anyone lately; *engine* is what
\`GET /v1/asks/{id}/helpers\` sorts by for an ask that names no terms: help chance, times what is known
of past help, times a factor that spares who is busy helping. That factor is there for the sake of
helpers, and help chance beside it shows what it costs.

No constant was fitted. The form was chosen earlier on the three sets of real help themselves
(decision 0006), so they are no untouched test of it; and two stronger ways of sparing the busy were
seen on coreboot and uboot and not taken, because they cost more. The sets of messages were not
looked at for these choices; they hold no help, so there the question is who will write to this
person.

### Real help

Reviews, tests and reports of code, and answers to questions.

${tables(real)}
Ahead of each of the three rules, over sets and cut-offs: ${aheads(real)}.

### Messages, held out

${tables(messages)}
Ahead of each of the three rules, over sets and cut-offs: ${aheads(messages)}.
${behind(sets)}
It says who will help among people known before; the table says how many of all helpers those are.
To people not known yet no log of help can be held against paths, offers or skills: how these
enter is a prior, not a measurement.

| set | helped, per cut-off | helpers known before |
| --- | --- | --- |
${sets.map(({ name, helped, known }) => `| ${name} | ${helped.join(", ")} | ${Math.round(100 * known)} % |\n`).join("")}
`;
}

const tables = (sets: readonly HelpRanked[]): string =>
  sets.length === 0
    ? ""
    : `MRR, mean over the cut-offs\n\n${table(sets, "mrr")}\nRecall at 10, mean over the cut-offs\n\n${table(sets, "recall10")}`;

export function table(sets: readonly HelpRanked[], field: keyof HelpResult): string {
  const value = ({ results }: HelpRanked, rule: HelpRule) => mean(results[rule][field]);
  const row = (name: string, values: (number | null)[]) =>
    `| ${[name, ...values.map(digits)].join(" | ")} |\n`;
  const head = `| ${["set", ...helpRules].join(" | ")} |\n|${" --- |".repeat(helpRules.length + 1)}\n`;
  const lines = sets.map((set) =>
    row(
      set.name,
      helpRules.map((rule) => value(set, rule)),
    ),
  );
  const means = helpRules.map((rule) => mean(sets.map((set) => value(set, rule))));
  return head + lines.join("") + row("**mean**", means);
}

/** At how many cut-offs the engine, and help chance alone, are ahead of all three rivals. */
function aheads(sets: readonly HelpRanked[]): string {
  const count = (rule: HelpRule, field: keyof HelpResult) => {
    const cells = sets.flatMap((set) => set.helped.map((_, index) => ({ set, index })));
    const ahead = cells.filter(({ set, index }) => {
      const own = set.results[rule][field][index] ?? 0;
      return rivals.every((rival) => own > (set.results[rival][field][index] ?? 0));
    });
    return `${ahead.length} of ${cells.length}`;
  };
  return `engine ${count("engine", "mrr")} by MRR and ${count("engine", "recall10")} by recall, help chance ${count("help chance", "mrr")} and ${count("help chance", "recall10")}`;
}

/** Where the engine is not ahead on a set's mean, said in so many words. */
function behind(sets: readonly HelpRanked[]): string {
  const found = sets.flatMap(({ name, results }) =>
    (["mrr", "recall10"] as const).flatMap((field) => {
      const own = mean(results.engine[field]) ?? 0;
      const best = rivals.filter((rival) => (mean(results[rival][field]) ?? 0) >= own);
      const measure = field === "mrr" ? "MRR" : "recall";
      return best.map((rival) => `${rival} on ${name} (${measure})`);
    }),
  );
  return found.length === 0
    ? "On no set's mean is a rule ahead of the engine.\n"
    : `Not ahead of: ${found.join(", ")}.\n`;
}

function digits(value: number | null): string {
  return value === null ? "" : value.toFixed(3).replace(/^0\./, ".");
}
