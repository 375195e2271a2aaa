import type { RealReason, RealReasonCode } from "@kith/core";

/** Why a tie is real or isn't, in plain words to the side asked for. */
const sentences: Record<RealReasonCode, (words: string) => string> = {
  builtUp: () => "Much contact has been built up.",
  littleBuiltUp: () => "Little contact has been built up yet.",
  inTouch: () => "You are in touch.",
  outOfTouch: () => "You are out of touch: a short message is the first step.",
  youHelped: () => "You helped them lately.",
  theyHelped: () => "They helped you lately.",
  youCanHelpWith: (words) => `You can help them with ${words}.`,
  theyCanHelpWith: (words) => `They can help you with ${words}.`,
  youCannotHelp: () => "Nothing that your profile names fits what they look for.",
  theyCannotHelp: () => "Nothing that their profile names fits what you look for.",
  youUnknown: () => "The profiles don't say yet what you could help them with.",
  theyUnknown: () => "The profiles don't say yet what they could help you with.",
};

export const realSentence = ({ code, words }: RealReason): string =>
  sentences[code](words.join(", "));
