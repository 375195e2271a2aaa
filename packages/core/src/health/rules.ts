/** One threshold of the health of a network: what it means, and where it comes from. */
export interface HealthRule {
  readonly value: number;
  readonly meaning: string;
  /** A source, or `provisional`: a plain prior that was fitted to nothing. */
  readonly basis: string;
}

const rule = (value: number, meaning: string, basis = "provisional"): HealthRule => ({
  value,
  meaning,
  basis,
});

/**
 * Every threshold by which health is put into words, in one place. They decide between gentle words,
 * never between people, and none was fitted to outcomes.
 */
export const healthRules = {
  quarterDays: rule(91, "Days of one stretch of a person's own past: thirteen weeks."),
  yearDays: rule(364, "Days that count as the past year: four stretches."),
  pastQuarters: rule(8, "How many stretches before the present one make a person's own past."),
  leastPastQuarters: rule(3, "With fewer stretches on record nothing is said of what is usual."),
  leastHistoryDays: rule(91, "With a shorter history on record nothing is said of the network."),
  leastContactDays: rule(5, "With fewer days of contact on record, likewise;"),
  leastOverYear: rule(2, "but so many are enough where a whole year is on record."),
  structureTies: rule(50, "How many of the strongest ties the structure is measured over."),
  structureStrength: rule(
    0.25,
    "Least strength of a tie in the structure: some three contact days.",
  ),

  realSteady: rule(2, "Real ties: some to lean on.", "McPherson et al. 2006: 2.08 confidants"),
  realThriving: rule(4, "Real ties: several to lean on.", "above Marsden 1987: 3.01 confidants"),

  helpLeast: rule(3, "With less help on record, both ways, nothing is said of its flow."),
  receivingMore: rule(0.5, "Balance of help, towards receiving, from which there is room to give."),
  helpedThriving: rule(3, "People helped in a year, beside help received: help flows both ways."),

  strongTie: rule(0.5, "Least strength of a tie that it would be a pity to lose: kappa of 1."),
  unusualSilence: rule(0.05, "A silence that the tie's own clock gives less chance is unusual."),
  coldDays: rule(30, "Days of silence up to which no tie is going cold, however lively it was."),
  coldLeast: rule(2, "One strong tie going cold is a next step; so many are a pattern."),
  freshSteady: rule(0.6, "Least share of strong ties in use that is no reason to look."),
  freshThriving: rule(0.85, "Least share of strong ties in use to be called thriving."),
  quietShare: rule(0.34, "Hearing from at most this part of the usual number of people is quiet."),
  quietLeast: rule(4, "Usual people heard from in a stretch, below which quiet says nothing."),

  constraintOpen: rule(0.2, "Constraint up to which a network is open.", "scale: Burt 1992"),
  constraintClosed: rule(0.5, "Constraint from which a network is closed.", "scale: Burt 1992"),
  effectiveOpen: rule(10, "Effective size from which a network leads to many places."),
  bridgingEfficiency: rule(0.75, "Efficiency from which one joins people who do not know others."),
  dependence: rule(0.5, "Part of contact with, or by way of, one person that is a lot."),
  leastDiverseTies: rule(3, "With fewer ties their pattern says nothing but that they are few."),

  supportSteady: rule(1 / 3, "Least share of kinds of support that is no reason to look."),
  supportThriving: rule(5 / 6, "Least share of kinds of support to be called thriving."),
  peers: rule(2, "People on the same footing who make for having peers."),

  wordLeast: rule(3, "With less help to answer nothing is said of answering."),
  wordSteady: rule(0.5, "Least share of help with a word back that is no reason to look."),
  wordThriving: rule(0.85, "Least share of help with a word back to be called thriving."),

  loadHigh: rule(2, "Times the usual number of people from which a time is a full one."),
  loadSigma: rule(3, "And so many standard deviations above it, of a count.", "Shewhart 1931"),
  loadUsual: rule(1.15, "Times the usual number of people up to which a time is as usual."),

  overlapLeast: rule(5, "With fewer ties with a declared context nothing is said of the mix."),
  overlapOneSided: rule(0.1, "Part of one side of life, below which the mix is one-sided."),
  overlapMixed: rule(0.2, "Part of the smaller side of life from which the mix is even."),
} as const satisfies Record<string, HealthRule>;

export type HealthRuleName = keyof typeof healthRules;

export const limitOf = (name: HealthRuleName): number => healthRules[name].value;
