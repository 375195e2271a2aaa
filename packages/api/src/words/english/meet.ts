/** New people to meet: what there is in common, and how to begin. */
export const meet = {
  "meet.shared.interest": "You are both interested in {value}.",
  "meet.shared.organization": "You both know {value} from inside.",
  "meet.shared.skill": "You both know about {value}.",
  "meet.shared.value": "You both name {value} as something that matters to you.",
  "meet.through":
    "You both know {name}{count, plural, offset:1 =1 {} one { and one more person} other { and # more people}}.",
  "meet.ask": "Ask {first} whether they would introduce you to {target}.",
  "meet.mention.interest": "You could mention {value}, which interests you both.",
  "meet.mention.organization": "You could mention {value}, which you both know from inside.",
  "meet.mention.skill": "You could mention {value}, which you both know about.",
  "meet.mention.value": "You could mention {value}, which matters to you both.",
  "meet.mention.nothing": "You could say what made you curious about them.",
  "meet.unnamed": "somebody whose name is not shown",
  "meet.none.noTies":
    "There is nobody yet who could introduce you; a first conversation with somebody you know is a way to begin.",
  "meet.none.nobodyNew":
    "Nobody new is in reach of the people you are in touch with at the moment.",
} as const;
