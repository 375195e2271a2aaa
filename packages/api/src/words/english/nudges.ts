/** What to do, and why now. A nudge is a suggestion: "not this time" is always a fine answer. */
const help = `{type, select,
  introduction {an introduction} referral {a referral} lead {a lead} advice {advice}
  feedback {feedback} mentoring {their time as a mentor} endorsement {an endorsement}
  knowledge {what they know} collaboration {a hand with your work} support {support}
  other {help}}`;

export const nudges = {
  "nudges.someone": "this person",
  "nudges.text.askOfYou": "See whether you can help {name}: {title}",
  "nudges.reason.askOfYou":
    "{name} asked you {ago}. If it does not suit you, a short no helps, too.",
  "nudges.text.askYouCouldAnswer": "Have a look at what {name} is looking for: {title}",
  "nudges.reason.askYouCouldAnswer":
    "It touches what you know or do. Answer only if you would like to.",
  "nudges.text.milestone": `Congratulate {name} {kind, select,
    birthday {on their birthday} newJob {on the new job} promotion {on the promotion}
    publication {on the publication}
    other {{title, select, none {on their news} other {on this: {title}}}}}.`,
  "nudges.reason.milestone": "It is {when}. A line from you is enough.",
  "nudges.text.firstMeeting": "Send {name} a short note after your first contact.",
  "nudges.reason.firstMeeting":
    "You got to know each other {ago}; while it is fresh, a note comes easily.",
  "nudges.text.metAtGathering": "Follow up with {name}.",
  "nudges.reason.metAtGathering": "You were both at the same gathering {ago}.",
  "nudges.text.helpReceived": "Thank {name}.",
  "nudges.reason.helpReceived": `They gave you ${help} {ago}. A few words are enough.`,
  "nudges.text.outcomeToTell": "Tell {name} how it went.",
  "nudges.reason.outcomeToTell": `They gave you ${help} {ago}. People like to hear what became of it, also when nothing did.`,
  "nudges.text.friction": "A kind word to {name} could mend things.",
  "nudges.reason.friction":
    "There was some friction {ago}. Leave it for now if it feels too early.",
  "nudges.text.fading": "Get back in touch with {name}.",
  "nudges.reason.fading": "You have been in touch a lot, and last {ago}. A short hello is enough.",
  "nudges.text.dormant": "Say hello to {name} again.",
  "nudges.reason.dormant":
    "You built something together once; the last contact was {ago}. Old ties are easily picked up.",
  "nudges.text.cadence": "It is a good time to be in touch with {name}.",
  "nudges.reason.cadence": "You wanted to keep in touch regularly; the last contact was {ago}.",
  "nudges.text.beyondMaximum": "Find a moment for {name}.",
  "nudges.reason.beyondMaximum":
    "The last contact was {ago}, longer than you had in mind. A short hello is enough.",
  "nudges.text.goalYouCouldHelp": "Offer {name} a hand with a goal of theirs: {title}",
  "nudges.reason.goalYouCouldHelp":
    "It touches what you know or do. Offer it only if you would like to.",
  "nudges.text.somethingToGive": "Think of something that could help {name}.",
  "nudges.reason.somethingToGive":
    "A contact, a tip, a kind word: small things count, and there is no hurry.",
  "nudges.text.quietWeek": "Make time for one person this week.",
  "nudges.reason.quietWeek": "It has been quiet since {ago}. One short message is enough.",
  "nudges.calendar.name": "People to be in touch with",
  "nudges.refused.settled": "You have answered this one already.",
} as const;
