import { toId } from "../../http/ids.ts";
import { toIso } from "../../http/time.ts";
import { toPersonBrief } from "../ties/tie-body.ts";
import type { ShownAttendee } from "./attendees.ts";
import type { ShownGathering } from "./find-gathering.ts";
import { openerText, reasonText } from "./meeting-texts.ts";
import type { PeopleToMeetThere, PersonToMeetThere } from "./people-to-meet.ts";
import type { AttendeeBody, GatheringBody, PeopleToMeetBody } from "./schemas.ts";

export const toBody = ({
  revision: _,
  startsAt,
  endsAt,
  createdAt,
  updatedAt,
  ...gathering
}: ShownGathering): GatheringBody => ({
  ...gathering,
  id: toId("gathering", gathering.id),
  startsAt: toIso(startsAt),
  endsAt: toIso(endsAt),
  createdAt: toIso(createdAt),
  updatedAt: toIso(updatedAt),
});

export const toAttendeeBody = ({ person, response, updatedAt }: ShownAttendee): AttendeeBody => ({
  person: toPersonBrief(person),
  response,
  updatedAt: toIso(updatedAt),
});

function toMeet({ person, response, reasons }: PersonToMeetThere) {
  const [first] = reasons;
  return {
    person: toPersonBrief(person),
    response,
    reasons: reasons.map(({ reason, people }) => ({
      code: reason.code,
      text: reasonText(reason, people),
      words: [...("words" in reason ? reason.words : "ask" in reason ? reason.ask.terms : [])],
      people: people.map(toPersonBrief),
      ask: "ask" in reason ? toId("ask", reason.ask.id) : null,
    })),
    opener: first ? openerText(first.reason, first.people) : "",
  };
}

export const toPeopleToMeet = ({ data, at, model }: PeopleToMeetThere): PeopleToMeetBody => ({
  data: data.map(toMeet),
  at: toIso(at),
  model,
});
