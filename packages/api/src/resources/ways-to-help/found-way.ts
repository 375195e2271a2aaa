import type { Way } from "@kith/core";
import type { Message } from "../../words/say.ts";
import type { WayReason } from "./schemas.ts";

/** A way to help with all that is told of it; people by id, to be named when it is shown. */
export interface FoundWay extends Way {
  /** Whom it would help. */
  person: string;
  /** Whom it speaks of besides. */
  target: string | null;
  key: Message["key"];
  params: Readonly<Record<string, string>>;
  reasons: {
    code: WayReason;
    terms?: readonly string[];
    params?: Readonly<Record<string, string>>;
  }[];
}
