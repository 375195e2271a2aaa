/** What to talk about with somebody: read by one side only. */
export const agendas = {
  "agendas.repair":
    "Begin with what stands between you. Saying how you see it is enough for a start.",
  "agendas.reconnect": "It has been a while: ask how they are before anything else.",
  "agendas.thank": "Say thank you for their help.",
  "agendas.reportBack": "Tell them how it went after they helped you.",
  "agendas.congratulate": "Congratulate them: {name}.",
  "agendas.openQuestion": "You noted a question: {name}",
  "agendas.theirGoal": "Ask what would help them with their goal: {name}.",
  "agendas.askOwn": "Mention what you are looking for, and that a no is fine: {name}.",
  "agendas.theirWork": "Ask what they are working on, and what they enjoy about it.",
  "agendas.ownGoal": "Ask how they see your next step towards your goal: {name}.",
  "agendas.sharedSkill": "You both know this well; compare how you go about it: {name}.",
  "agendas.howItGoes": "Ask what they would do in your place about something you are at.",
  "agendas.theirAsk": "See whether you can help, or know who could: {name}.",
  "agendas.sharedInterest": "You share an interest: {name}.",
  "agendas.ownAction": "You took this on: {name}.",
  "agendas.theirAction": "They took this on: {name}.",
  "agendas.nextTime": "Agree on when to talk next, if you both would like to.",
} as const;
