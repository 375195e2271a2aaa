const rhythm =
  "{rhythm, select, days {most days} week {about every week} fortnight {about every other week} month {about every month} season {every few months} other {now and then}}";

/** Ways to people: what is known of each step, what to do first, and what lacks where there is none. */
export const paths = {
  "paths.hop.core": "In constant contact; last {ago}.",
  "paths.hop.active": "In contact; last {ago}.",
  "paths.hop.fading": "Contact has become rare; last {ago}.",
  "paths.hop.dormant": "Long without contact, though it was built up once; last {ago}.",
  "paths.hop.known": "They are in contact.",
  "paths.own.core": `You are in touch ${rhythm}; last {ago}.`,
  "paths.own.active": `You are in touch ${rhythm}; last {ago}.`,
  "paths.own.fading": `You were in touch ${rhythm}; lately it has become rare, last {ago}.`,
  "paths.own.dormant": "You have not been in touch for long; last {ago}.",
  "paths.introduced":
    "Has introduced {whose, select, you {you} other {them}} to somebody {count, plural, one {once} =2 {twice} other {# times}}.",
  "paths.open": "Open to introduce.",
  "paths.write": "You know each other: just write to {target}.",
  "paths.resume": "You know each other, if from a while ago: say hello to {target} first.",
  "paths.ask": "Ask {first} whether they would introduce you to {target}.",
  "paths.askFurther":
    "Ask {first} whether they would introduce you to {second}, on the way to {target}.",
  "paths.unnamed": "somebody whose name is not shown",
  "paths.miss.target":
    "Nobody who fits is known here yet. Another skill, role or organization may lead further.",
  "paths.miss.moreIntroducers": "There is a way, with more people between than you asked for.",
  "paths.miss.resume":
    "There would be a way over a tie that you put to rest; you can take it up again whenever you like.",
  "paths.miss.repair":
    "There would be a way over a tie in which something came between you; mending that comes first.",
  "paths.miss.openIntroducer":
    "There is a chain, but somebody on it does not introduce at present.",
  "paths.miss.connection":
    "No chain of people leads there yet; getting to know somebody nearer is a way to begin.",
} as const;
