/** Where an introduction stands, to each of its three people; why a request is not passed on. */
export const introductions = {
  "introductions.requester.pending":
    "Your request is on its way. You will hear {ahead} at the latest; it may also be not this time.",
  "introductions.requester.agreed":
    "Both said yes. The introduction is coming, and each of you can see how to reach the other.",
  "introductions.requester.made": "You have been introduced. A thank-you is always welcome.",
  "introductions.requester.thanked":
    "You have been introduced and said thank you. Later on, a line on how it went will please them.",
  "introductions.requester.reported": "You told them how it went.",
  "introductions.requester.notThisTime":
    "Not this time. It says nothing about you: weeks are full. Somebody else may be glad to help.",
  "introductions.requester.withdrawn": "You took this request back.",
  "introductions.introducer.requested":
    "Would you introduce the two? Say yes if it feels right. A no is private, and no reason is asked.",
  "introductions.introducer.pending":
    "You said yes, and the other side is asked now. You can change your mind until it is made.",
  "introductions.introducer.agreed":
    "Both said yes. Introduce them when it suits you, and mark it as done.",
  "introductions.introducer.made": "You introduced them. You opened a door.",
  "introductions.introducer.thanked": "You introduced them, and they said thank you.",
  "introductions.introducer.reported": "They told you how it went.",
  "introductions.introducer.declined": "You said no. Only you can see that.",
  "introductions.introducer.expired":
    "The time to answer has passed. Nothing more is asked of you here.",
  "introductions.introducer.notThisTime":
    "It did not come about this time. Nothing more is asked of you here.",
  "introductions.target.requested":
    "Somebody you know would introduce this person to you. Say yes if you like to. A no is private, and no reason is asked.",
  "introductions.target.agreed":
    "Both said yes. The introduction is coming, and each of you can see how to reach the other.",
  "introductions.target.made": "You have been introduced.",
  "introductions.target.thanked": "You have been introduced.",
  "introductions.target.reported": "You have been introduced.",
  "introductions.target.declined": "You said no. Only you can see that.",
  "introductions.target.expired":
    "The time to answer has passed. Nothing more is asked of you here.",
  "introductions.target.notThisTime":
    "It did not come about this time. Nothing more is asked of you here.",
  "introductions.refused.inContact": "The two of you are in contact already: just write to them.",
  "introductions.refused.notYetInContact":
    "An introduction goes through somebody you know. Get in touch with them first, or ask somebody else.",
  "introductions.refused.alreadyAsked":
    "You have an open request to meet this person. Wait for it, or take it back first.",
  "introductions.refused.giveFirst":
    "You asked this person lately. Ask somebody else this time, or look for something you can do for them first.",
  "introductions.refused.notOffered":
    "This person can't be asked for this introduction at present. Somebody else may be glad to: a search for paths says who.",
  "introductions.refused.notNow": "That is not possible now. What you can do: {actions}.",
  "introductions.refused.over": "That is not possible now; nothing is left to do here.",
} as const;
