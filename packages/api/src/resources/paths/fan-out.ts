/**
 * How far a search looks, the one place of its bounds. What lies beyond these caps is not found, so
 * a search costs the same few statements and a bounded number of rows however large the network is.
 */
export const fanOut = {
  /** Strongest ties of the requester that may begin a path: about as many as people keep up (Dunbar 1992). */
  requester: 150,
  /** Strongest ties of a target that may end one. */
  target: 150,
  /** Of more targets than this not each one's ties are read, but those that lead to the requester's side. */
  fewTargets: 5,
  /** People looked at as targets of an organization, skill or role: those known longest. */
  targetPeople: 250,
  /** Of them, how many are looked for beyond one introducer. */
  farTargets: 100,
  /** Ties of a set of people that are looked at, in either index, for those that lead on. */
  scanned: 100_000,
  /** Strongest ties that lead to somebody whom both sides know, from either side. */
  common: 500,
  /** Introducers looked at more closely, those on the likeliest chains. */
  introducers: 100,
  /** A degree is counted up to here, in either index: beyond, ln hardly grows. */
  degree: 1000,
};
