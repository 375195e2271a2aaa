/** For whom a field of a profile is, from the widest to the narrowest. */
export const audiences = ["public", "network", "colleagues", "trusted", "private"] as const;

export type Audience = (typeof audiences)[number];

/** Roles that make a viewer a colleague of who declares them. */
export const colleagueRoles: ReadonlySet<string> = new Set(["manager", "report", "peer", "client"]);

/** The circle whose members a person trusts. */
export const trustedCircle = "trusted";

/** What is known between the owner of a frame and a viewer. */
export interface Acquaintance {
  /** They were in contact at least once. */
  readonly contact: boolean;
  /** What the owner, not the viewer, declared of the tie; null for nothing. */
  readonly declared: {
    readonly roles: readonly string[];
    readonly context: "professional" | "personal" | "both" | null;
    readonly circle: string | null;
  } | null;
}

export const stranger: Acquaintance = { contact: false, declared: null };

/**
 * The audiences that a viewer belongs to.
 *
 *   public       everybody
 *   network      who was in contact with the owner, and whoever is a colleague or trusted
 *   colleagues   whose tie the owner calls professional (or both), or, where the owner named no
 *                context, to whom they gave a colleague's role; a tie called personal never
 *   trusted      whom the owner put into the circle `trusted`
 *   private      nobody
 *
 * Colleagues and trusted do not contain each other: work and private life overlap in people, not
 * in what each is told. Only what the owner declares counts, so nobody can let themselves in.
 */
export function audiencesOf({ contact, declared }: Acquaintance): ReadonlySet<Audience> {
  const found = new Set<Audience>(["public"]);
  if (declared !== null && isColleague(declared)) found.add("colleagues");
  if (declared?.circle === trustedCircle) found.add("trusted");
  if (contact || found.size > 1) found.add("network");
  return found;
}

function isColleague({ context, roles }: NonNullable<Acquaintance["declared"]>): boolean {
  if (context !== null) return context !== "personal";
  return roles.some((role) => colleagueRoles.has(role));
}

/** Who belongs to both audiences: of two frames that become one, what neither owner gave away. */
export function narrower(one: Audience, other: Audience): Audience {
  const pair = new Set([one, other]);
  if (pair.has("colleagues") && pair.has("trusted")) return "private"; // neither contains the other
  return audiences.indexOf(one) > audiences.indexOf(other) ? one : other;
}
