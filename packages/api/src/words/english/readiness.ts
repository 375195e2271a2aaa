/** Whether to ask now, and what to do first. It never speaks of what the other side thinks. */
export const readiness = {
  "readiness.someone": "this person",
  "readiness.kind": `{kind, select, information {information} advice {advice} feedback {feedback}
    introduction {an introduction} referral {a referral} mentoring {mentoring}
    collaboration {working together} support {support} other {a job}}`,
  "readiness.reason.ready":
    "You know each other well enough to ask for {what}. Make it easy to say no.",
  "readiness.reason.stranger":
    "You have not met yet. Get to know each other first; somebody you both know may introduce you.",
  "readiness.reason.paused":
    "You have paused this tie. Take it up again first, if you would like to.",
  "readiness.reason.strained": "There was some friction. A kind word comes before a request.",
  "readiness.reason.thankFirst": "They helped you lately. Say thank you before you ask for {what}.",
  "readiness.reason.reportFirst":
    "They helped you lately. Tell them how it went before you ask for {what}.",
  "readiness.reason.reconnectFirst":
    "You have not been in touch for a while. Say hello first, and ask for {what} later.",
  "readiness.reason.knowEachOtherFirst":
    "You have only just met. Let it grow a little before you ask for {what}.",
  "readiness.step.meet": "See who could introduce you to {name}.",
  "readiness.step.resume": "Take up the tie with {name} again.",
  "readiness.step.repair": "Say a kind word to {name}.",
  "readiness.step.thank": "Thank {name} for their help.",
  "readiness.step.reportBack": "Tell {name} what came of their help.",
  "readiness.step.reconnect": "Get back in touch with {name}, with nothing to ask for.",
  "readiness.step.getToKnow": "Spend a little time with {name} first.",
  "readiness.step.offerHelp": "Offer {name} something they are looking for: {title}",
} as const;
