/** Why two people were matched as mentor and mentee: read by both. */
export const mentorships = {
  "mentorships.fit.topics":
    "What one of you would like to learn, the other likes to pass on: {what}.",
  "mentorships.fit.interests": "You share an interest: {what}.",
  "mentorships.fit.values": "You both care about this: {what}.",
  "mentorships.fit.hours":
    "{hours, plural, =0 {Your clocks show the same time.} one {Your clocks are an hour apart.} other {Your clocks are # hours apart.}}",
} as const;
