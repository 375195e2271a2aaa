/** Whom to meet at a gathering: why, and what to begin with. */
export const gatherings = {
  "gatherings.reason.theirAsk":
    "They look for help with “{title}”{terms, select, none {} other {, and you know {terms}}}.",
  "gatherings.reason.ownAsk":
    "They may be able to help with “{title}”{terms, select, none {} other {: they know {terms}}}.",
  "gatherings.reason.ownGoal": "They know {terms}, which you work towards.",
  "gatherings.reason.throughContact": "You are both in touch with {names}.",
  "gatherings.reason.interest": "You share an interest: {terms}.",
  "gatherings.reason.topic": "They know what this is about: {terms}.",
  "gatherings.reason.organization": "You have both been at {terms}.",
  "gatherings.reason.skill": "You both know {terms}.",
  "gatherings.reason.value": "You both care about {terms}.",
  "gatherings.reason.knownBefore": "You were in contact before.",
  "gatherings.reason.bothThere": "You will both be there.",
  "gatherings.opener.theirAsk":
    "You could ask how “{title}” is going, and say what you know of it, if you like.",
  "gatherings.opener.ownAsk":
    "You could tell them of “{title}” and ask how they would go about it.",
  "gatherings.opener.ownGoal": "You could ask how they came to {terms}.",
  "gatherings.opener.throughContact":
    "You could ask how they know {name}, or let {name} introduce you.",
  "gatherings.opener.interest": "You could ask what brought them to {terms}.",
  "gatherings.opener.topic": "You could ask what they are working on in {terms}.",
  "gatherings.opener.organization": "You could ask about their time at {terms}.",
  "gatherings.opener.skill": "You could ask what they use {terms} for.",
  "gatherings.opener.value": "You could ask what {terms} means in their work.",
  "gatherings.opener.knownBefore": "A hello is enough: ask what has happened since.",
  "gatherings.opener.bothThere": "You could ask what brings them here.",
} as const;
