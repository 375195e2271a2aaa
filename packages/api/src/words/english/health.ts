/**
 * The reality check: what each dimension says, and what could come next. It describes what is on
 * record, never the person; a quiet or a full time is a time, and nothing has to be done about it.
 */
export const health = {
  "health.quality.tooLittle": "There is too little on record here to say how strong your ties are.",
  "health.quality.several":
    "{real, plural, one {# tie} other {# ties}} of yours {real, plural, one {is} other {are}} in use and carried by help.",
  "health.quality.some":
    "{real, plural, one {One tie} other {# ties}} of yours {real, plural, one {is} other {are}} in use and carried by help: some people to lean on.",
  "health.quality.few":
    "{real, plural, =0 {None of the ties on record is both in use and carried by help yet} one {One tie on record is both in use and carried by help} other {# ties on record are both in use and carried by help}}.",

  "health.reciprocity.tooLittle": "Hardly any help is on record here, in either direction.",
  "health.reciprocity.bothWays":
    "You were there for {helped, plural, one {one person} other {# people}} this past year, and people were there for you.",
  "health.reciprocity.flowing": "Help comes and goes between you and others.",
  "health.reciprocity.mostlyGiving":
    "You have been there for others a lot. It is fine to ask for something, too.",
  "health.reciprocity.roomToGive":
    "People have been there for you. If you like, there is room to give something of your own.",

  "health.freshness.tooLittle":
    "There is too little on record here to say how fresh your ties are.",
  "health.freshness.noneStrong": "No strong tie is on record yet, so none can go cold.",
  "health.freshness.allInUse":
    "{cooling, plural, =0 {Your strong ties are in use} one {Nearly all your strong ties are in use; one has been quiet for a while} other {Nearly all your strong ties are in use; # have been quiet for a while}}.",
  "health.freshness.mostInUse":
    "{cooling, plural, one {One of your strong ties has been quiet for a while} other {# of your {strong} strong ties have been quiet for a while}}.",
  "health.freshness.cooling":
    "{cooling} of your {strong} strong ties have been quiet for longer than is usual for them. What was built is still there.",
  "health.freshness.quiet":
    "{heardFrom, plural, =0 {Nobody} one {One person} other {# people}} reached out in the past three months, where it is usually about {usuallyHeardFrom}. A word from you may be welcome.",

  "health.diversity.tooLittle": "There is too little on record here to say where your ties lead.",
  "health.diversity.bridging":
    "Your ties lead to many separate circles, and you bring people together who would hardly meet otherwise.",
  "health.diversity.open": "Your ties lead to many separate circles.",
  "health.diversity.mixed": "Your ties are a mix of close circles and of ways to other places.",
  "health.diversity.closed":
    "Most people you are in touch with know each other. That carries trust; news often comes from further off.",
  "health.diversity.oneDoor":
    "Much of your contact is with one person, or by way of them. A second way to others makes it easier for both.",
  "health.diversity.few":
    "Few ties with regular contact are on record here, so they lead to few places.",

  "health.supportCoverage.tooLittle":
    "Nothing is on record here of who supports you, so nothing can be said of it.",
  "health.supportCoverage.allRound": "You have people for nearly every kind of support.",
  "health.supportCoverage.mostKinds": "You have people for several kinds of support.",
  "health.supportCoverage.someKinds":
    "People for some kinds of support are not on record here. You may have them elsewhere.",

  "health.gratitude.tooLittle": "Too little help is on record here to say anything of thanks.",
  "health.gratitude.allSaid": "Help that you received mostly had a kind word from you.",
  "health.gratitude.mostSaid":
    "Help that you received often had a word from you{open, plural, =0 {} one {; one more person may be glad of one} other {; # more people may be glad of one}}.",
  "health.gratitude.openWords":
    "Thanks may have been said elsewhere{open, plural, =0 {} one {; one person may be glad to hear from you} other {; # people may be glad to hear from you}}.",

  "health.attention.tooLittle": "There is too little of your own past on record to compare with.",
  "health.attention.asUsual": "You are in touch with about as many people as usual for you.",
  "health.attention.fuller":
    "You are in touch with somewhat more people than usual for you: {people}, where it is about {usual}.",
  "health.attention.full":
    "You are in touch with far more people than usual for you: {people}, where it is about {usual}. It is fine to let some wait, or to say no.",
  "health.attention.quieter":
    "You are in touch with fewer people than usual for you. Quiet times are fine, and leave room.",

  "health.overlap.tooLittle":
    "You have told of few ties whether they are professional or personal, so nothing can be said of it.",
  "health.overlap.even": "Your ties span both professional and personal life.",
  "health.overlap.leaning": "Your ties lean to one side of life, with some on the other.",
  "health.overlap.oneSided":
    "Nearly all ties that you told of are on one side of life. Should that side change, so would they.",

  "health.step.reconnect": "Get back in touch with {name}: a short hello is enough.",
  "health.step.answerQuiet": "See whom you were last in touch with, and pick one to write to.",
  "health.step.deepen": "See what you and {name} could do for each other.",
  "health.step.meetPeople": "See who would be good to meet, and through whom.",
  "health.step.giveFirst": "Think of something small that {name} would like.",
  "health.step.thank": "Thank {name} for their help.",
  "health.step.reportBack": "Tell {name} how it went.",
  "health.step.seeWhoIsDue": "See who would be glad of a word first, and let the rest wait.",
  "health.step.declareContexts": "Say of a few ties whether they are professional or personal.",
  "health.step.lookAfterBoth": "See which ties you have on the other side of life.",
  "health.step.findSupport.mentor": "Find somebody who has gone your way before.",
  "health.step.findSupport.feedback": "Ask somebody you trust how your work looks to them.",
  "health.step.findSupport.emotional": "Spend some time with somebody who lifts you up.",
  "health.step.findSupport.peers": "Look for people who are where you are now.",
  "health.step.findSupport.sponsor": "Let somebody who knows your work know what you aim for.",
  "health.step.findSupport.practical": "Ask somebody for a bit of practical advice.",
} as const;
