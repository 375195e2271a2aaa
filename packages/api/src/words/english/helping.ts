/** Why somebody could help, what a person can do for others, and what a goal could use. */
export const helping = {
  "helping.helper.offers": "Offers this kind of help.",
  "helping.helper.knows": "Knows about {terms}.",
  "helping.helper.helpedYou": "Has helped you before.",
  "helping.helper.inTouch.core": "You two are in constant contact.",
  "helping.helper.inTouch.active": "You two are in contact.",
  "helping.helper.inTouch.fading":
    "You two talk rarely these days: a word about how you are makes a good start.",
  "helping.helper.inTouch.dormant":
    "You two have not talked for long; old ties are often glad to hear from you.",
  "helping.helper.throughOthers": "{names} could introduce you.",
  "helping.way.ask": "{name} asks: {title}",
  "helping.way.goal.skill": "{name} would like to get better at {target}.",
  "helping.way.goal.role": "{name} is working towards a role: {target}.",
  "helping.way.goal.organization": "{name} would like to work at {target}.",
  "helping.way.goal.person": "{name} would like to meet {target}.",
  "helping.way.milestone": "{name} has something to celebrate: {title}.",
  "helping.way.introduction.introducer":
    "{name} asks whether you would introduce them to {target}.",
  "helping.way.introduction.target": "{name} would like to meet you; {introducer} introduces them.",
  "helping.because.youKnow": "You know about {terms}.",
  "helping.because.youOffer": "You offer this kind of help.",
  "helping.because.youKnowThem": "You are in contact with {target}.",
  "helping.because.named": "They thought of you by name.",
  "helping.because.inTouch": "You two are in contact.",
  "helping.because.newTie": "You have not met yet; it is a way to get to know each other.",
  "helping.because.soon": "It is only open until {ahead}.",
  "helping.because.waiting": "They wait for a yes or a no; either is fine.",
  "helping.because.celebrate": "A word of congratulation takes a minute.",
} as const;
