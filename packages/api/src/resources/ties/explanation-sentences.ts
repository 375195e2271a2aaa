import { type Band, daysBetween, type TieExplanation, type Trend } from "@kith/core";
import { ago, ahead, spell } from "../../words/spans.ts";
import type { Tie } from "./get-tie.ts";

/**
 * The catalogue of sentences that explain a tie in plain words. They speak of contact and of what
 * to do next: never of affection, and never of what anybody owes.
 */
const bandSentences: Record<Band, string> = {
  core: "This tie is in constant use.",
  active: "This tie is in use.",
  fading: "This tie is fading: contact within three months is not likely by itself.",
  dormant:
    "This tie is dormant. What was built up is still worth something: a short message can revive it.",
  none: "No contact between the two is on record.",
};

const trendSentences: Record<Trend, string> = {
  new: "It is too new to have a trend.",
  growing: "Contact has become more frequent lately.",
  steady: "Contact keeps its usual rhythm.",
  cooling: "Contact has become rarer lately.",
};

export function sentencesOf(tie: Tie, explanation: TieExplanation): string[] {
  const { measures } = tie;
  const { contactDays } = measures.evidence;
  const silence = explanation.silenceDays;
  return [
    bandSentences[measures.band],
    ...(silence === null
      ? []
      : [`${spell(contactDays, "day")} with contact so far, the last one ${ago(silence)}.`]),
    ...(measures.trend === null ? [] : [trendSentences[measures.trend]]),
    ...cadenceSentences(tie),
    ...silenceSentences(tie, explanation),
    ...helpSentences(tie),
    ...(measures.strained ? ["There was friction and no repair since: mend that first."] : []),
    ...(measures.paused ? ["You put this tie to rest: no reminders come from it."] : []),
  ];
}

function cadenceSentences({ measures: { cadence, at } }: Tie): string[] {
  const rhythm = cadence.declaredDays ?? cadence.expectedDays;
  if (rhythm === null || cadence.dueAt === null) return [];
  const whose = cadence.declaredDays === null ? "usual" : "declared";
  const every = rhythm < 1.5 ? "day" : spell(rhythm, "day");
  const days = daysBetween(at, cadence.dueAt);
  const due = days < 0 ? `was due ${ago(-days)}` : `is due ${ahead(days)}`;
  return [`The ${whose} rhythm is every ${every}; the next contact ${due}.`];
}

function silenceSentences({ measures }: Tie, { ifSilent, ifContact }: TieExplanation): string[] {
  const next = ifSilent.find(({ at }) => at > measures.at);
  return [
    ...(next
      ? [`If both stay silent it becomes ${next.band} ${ahead(daysBetween(measures.at, next.at))}.`]
      : []),
    ...(ifContact.band === measures.band || measures.band === "none"
      ? []
      : [`One contact today would make it ${ifContact.band}.`]),
  ];
}

function helpSentences({ measures: { evidence, reciprocity } }: Tie): string[] {
  const { helpDaysGiven, helpDaysReceived } = evidence;
  if (helpDaysGiven + helpDaysReceived === 0)
    return ["No help on record yet: what could you offer?"];
  const flow = `Help flowed on ${spell(helpDaysGiven, "day")} from you and on ${spell(helpDaysReceived, "day")} to you`;
  if (reciprocity.standing !== "mostlyReceiving") return [`${flow}.`];
  return [`${flow}; a thank-you and news of how it went are always welcome.`];
}
