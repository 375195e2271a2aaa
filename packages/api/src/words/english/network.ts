/** The drawn network: what it says to eyes and to who can't see it. */
export const network = {
  "network.yours": "Your network",
  "network.of": "The network of {name}",
  "network.summary":
    "{count, plural, =0 {Nobody here yet} one {# person} other {# people}}{beyond, plural, =0 {} other {, and # known to them}}",
  "network.description":
    "{name} is in the middle. {core, plural, =0 {Nobody is} one {One person is} other {# people are}} in constant contact, {active, plural, =0 {nobody} one {one} other {#}} in contact; contact has become rare with {fading, plural, =0 {nobody} one {one person} other {# people}}, and {dormant, plural, =0 {nobody is} one {one is} other {# are}} long without contact.",
  "network.strongest": "The strongest ties: {names}.",
  "network.middle": "Somebody",
  "network.band.core": "in constant contact",
  "network.band.active": "in contact",
  "network.band.fading": "contact has become rare",
  "network.band.dormant": "long without contact",
  "network.band.beyond": "known to somebody here",
  "network.hint": "{name}: {band}",
  "network.unnamed": "Without a name",
} as const;
