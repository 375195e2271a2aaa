export const info = {
  title: "Kith API",
  version: "0.1.0",
  summary: "A relationship engine for networking platforms.",
  description: `Kith turns the interactions that a platform already records (who, whom, when, what
kind; never what was said) into relationships: which are real, who helps whom, which are going cold,
who could introduce whom.

**Start here.** Authorise with an API key, then call \`GET /v1/people\`. Wherever the API takes a
person it also takes \`ext:\` and your own id of that person, so you need to store none of ours.

**Errors** are RFC 9457 problems with a \`code\` of a closed list. **Lists** answer
\`{data, nextCursor}\`. **Every POST** takes an \`Idempotency-Key\`. **What can be changed** has an
\`ETag\` and takes \`If-Match\`. \`null\` means measured but undefined; a missing field was not asked.`,
  license: { name: "Apache-2.0", identifier: "Apache-2.0" },
};

export const tags = [
  { name: "people", description: "Members and contacts of your platform." },
  { name: "frame", description: "For whom each field of a person's profile is." },
  { name: "interactions", description: "Dated events between people: the evidence of ties." },
  { name: "ties", description: "The directed halves of relationships, measured at a time." },
  { name: "network", description: "A person's network: people and ties, as data or drawn." },
  { name: "health", description: "How a person's network is doing: a reality check, gently." },
  { name: "paths", description: "Who could introduce whom." },
  {
    name: "introductions",
    description: "Who asks whom to be introduced to whom: both are asked, and each no is private.",
  },
  {
    name: "mentorshipPrograms",
    description: "Programmes in which mentees and mentors are matched.",
  },
  { name: "mentorships", description: "Mentor and mentee, from the first yes to a look back." },
  { name: "asks", description: "What people need: whom they tell, who could help, who did." },
  { name: "offers", description: "What people can help with, and for whom." },
  {
    name: "goals",
    description: "What people work towards, and who in their network helps with it.",
  },
  { name: "gatherings", description: "Where people meet: who comes, whom to meet there, and why." },
  {
    name: "milestones",
    description: "What people can be congratulated on, by whom they let know.",
  },
  { name: "nudges", description: "The next acts of care for a person, each with its reason." },
  { name: "nudgePreferences", description: "How a person wants to be nudged, and when not." },
  {
    name: "model",
    description: "By which constants ties are measured; calibration on your own past.",
  },
  { name: "apiKeys", description: "Keys of your tenant: several at once, scoped, revocable." },
  {
    name: "memberTokens",
    description: "Short-lived tokens that speak for one member, for browsers.",
  },
  {
    name: "signingSecrets",
    description: "What your own server signs member tokens with: rotated with overlap, revocable.",
  },
  { name: "events", description: "Every change, in a feed that misses none." },
  { name: "auditEntries", description: "Who changed what, sealed against tampering." },
  {
    name: "perceptionChecks",
    description: "Whether a decision about a person could look like favouritism, and what to do.",
  },
  {
    name: "suppressions",
    description: "Identifiers of erased people, as hashes: they keep them from being brought back.",
  },
  { name: "erasureReceipts", description: "Signed receipts of erasures." },
  { name: "tenant", description: "Your tenant: its name, own interaction types and roles." },
  { name: "testClock", description: "The clock of a test-mode tenant, to test what time does." },
];
