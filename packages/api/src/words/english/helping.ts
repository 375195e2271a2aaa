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
  "helping.way.goal.organization": "{name} would like to be at {target}.",
  "helping.way.goal.person": "{name} would like to meet {target}.",
  "helping.way.milestone": "{name} has something to celebrate: {title}.",
  "helping.way.introduction.introducer":
    "{name} asks whether you would introduce them to {target}.",
  "helping.way.introduction.target": "{name} would like to meet you, introduced by {target}.",
  "helping.because.youKnow": "You know about {terms}.",
  "helping.because.youOffer": "You offer this kind of help.",
  "helping.because.youKnowThem": "You are in contact with {target}.",
  "helping.because.named": "They thought of you by name.",
  "helping.because.inTouch": "You two are in contact.",
  "helping.because.newTie": "It would be a way to get to know each other.",
  "helping.because.soon": "It closes {ahead}.",
  "helping.because.waiting": "They wait for a yes or a no; either is fine.",
  "helping.because.celebrate": "A word of congratulation takes a minute.",
  "helping.gap.notTold":
    "Nobody knows of this goal yet. If you let some people know, they can help.",
  "helping.gap.nobodyYet":
    "In your circle nobody is known to help with this; there are people you could meet.",
  "helping.gap.oneOnly": "One person can help with this. A second view would be good to have.",
  "helping.gap.outOfTouch":
    "You have not talked for a while with those who could help. Begin by hearing how they are.",
  "helping.gap.noWayYet":
    "Nobody within reach is known to help with this. Asking around for information is a good start.",
  "helping.suggest.information": "Ask {name} how it looks from where they are.",
  "helping.suggest.advice": "Ask {name} what they would do in your place.",
  "helping.suggest.introduction": "Ask {name} whether they would introduce you to {target}.",
  "helping.title.information": "How did you come to know about {target}?",
  "helping.title.advice": "What would you do in my place to get closer to {target}?",
  "helping.title.introduction": "Would you introduce me to {target}?",
} as const;
