import { type Static, Type } from "typebox";
import { Instant, Strict } from "../../http/schemas.ts";

export const TestClockBody = Strict(
  {
    now: Instant("What time it is for this tenant."),
    offsetMs: Type.Integer({ description: "How far it is ahead of real time." }),
  },
  { title: "TestClock" },
);
export type TestClockBody = Static<typeof TestClockBody>;

export const Advance = Strict(
  {
    days: Type.Optional(Type.Number({ minimum: 0, maximum: 3650 })),
    hours: Type.Optional(Type.Number({ minimum: 0, maximum: 87_600 })),
    to: Type.Optional(Instant("An instant ahead, in place of a span.")),
  },
  { title: "TestClockAdvance", minProperties: 1, description: "A span, or an instant." },
);
export type Advance = Static<typeof Advance>;
