import { type Static, Type } from "typebox";
import { Strict } from "../../http/schemas.ts";
import { AskBody } from "../asks/schemas.ts";
import { GoalBody } from "../goals/schemas.ts";
import { OfferBody } from "../offers/schemas.ts";

/** What the export of a person holds of asks, offers and goals. */
export const exportedHelping = {
  asks: Type.Array(AskBody, { description: "What they asked for, the newest first." }),
  offers: Type.Array(OfferBody, { description: "What they offer." }),
  goals: Type.Array(GoalBody, { description: "What they work towards, or did." }),
};
const ExportedHelping = Strict(exportedHelping);
export type ExportedHelping = Static<typeof ExportedHelping>;
