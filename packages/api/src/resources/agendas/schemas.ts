import { agendaCodes, agendaSections } from "@kith/core";
import { type Static, Type } from "typebox";
import { Instant, Nullable, Strict, Words } from "../../http/schemas.ts";

export const AgendaBody = Strict(
  {
    from: Type.String({ description: "Whose agenda it is: `per_…`." }),
    to: Type.String({ description: "With whom: `per_…`." }),
    items: Type.Array(
      Strict({
        section: Words(agendaSections, "In the order in which a conversation goes."),
        code: Words(agendaCodes, "For programs; never changes."),
        text: Type.String({ description: "For the person whose agenda it is." }),
        about: Nullable(Type.String(), {
          description: "The id of the ask, goal, milestone or session it is about.",
        }),
      }),
      { description: "At most three of a section." },
    ),
    at: Instant("When it was suggested."),
  },
  { title: "Agenda" },
);
export type AgendaBody = Static<typeof AgendaBody>;
