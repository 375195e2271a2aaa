import { Problem } from "../../errors.ts";
import { checkProfile } from "./check-profile.ts";
import type { ProfileInput } from "./profile.ts";

export function refuseFaults(input: ProfileInput): void {
  const errors = checkProfile(input);
  if (errors.length > 0)
    throw new Problem("invalid_request", "The profile is not valid.", { errors });
}
