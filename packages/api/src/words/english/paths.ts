/** Why a hop of a path is worth trying: about contact alone. */
export const paths = {
  "paths.hop.core": "In constant contact; last {ago}.",
  "paths.hop.active": "In contact; last {ago}.",
  "paths.hop.fading": "Contact has become rare; last {ago}.",
  "paths.hop.dormant": "Long without contact, though it was built up once; last {ago}.",
} as const;
