/**
 * How far a search looks, the one place of its bounds. Every expansion reads a person's strongest
 * ties from the covering index; what lies beyond these caps is not found, so a search costs the
 * same few statements and a bounded number of rows however large the network is.
 */
export const fanOut = {
  /** Strongest ties of the requester that may begin a path. */
  requester: 200,
  /** Strongest ties of a target that may end one; of many targets together `allTargets`. */
  target: 200,
  allTargets: 2000,
  /** Strongest ties of a possible introducer that may link to the other end. */
  introducer: 200,
  /** With three introducers: strongest ties of the outer two that may lead to the middle one. */
  middle: 50,
  /** People looked at as targets of an organization, skill or role: those known longest. */
  targetPeople: 1000,
  /** Introducers looked at more closely, those on the likeliest chains. */
  introducers: 1000,
  /** A degree is counted up to here, for each half of a person's ties: beyond, ln hardly grows. */
  degree: 5000,
};
