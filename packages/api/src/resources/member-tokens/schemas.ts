import { type Static, Type } from "typebox";
import { Instant, PersonRef, Strict } from "../../http/schemas.ts";

export const MemberTokenInput = Strict(
  {
    person: PersonRef,
    expiresInSeconds: Type.Optional(
      Type.Integer({
        minimum: 30,
        maximum: 3_600,
        default: 900,
        description: "How long it is valid: as short as you can renew it.",
      }),
    ),
  },
  { title: "MemberTokenInput" },
);

export const MemberTokenBody = Strict(
  {
    token: Type.String({ description: "Send it as `Authorization: Bearer …`." }),
    tokenId: Type.String({ description: "Its `jti` claim, to find it in logs." }),
    person: Type.String({ description: "For whom it speaks: `per_…`." }),
    expiresAt: Instant("From then on it is refused."),
  },
  { title: "MemberToken" },
);
export type MemberTokenBody = Static<typeof MemberTokenBody>;
