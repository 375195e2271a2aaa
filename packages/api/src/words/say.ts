import { IntlMessageFormat } from "intl-messageformat";
import { english } from "./english/index.ts";

export type MessageKey = keyof typeof english;

/** What is to be said, without its words: core and use cases decide this, a catalogue words it. */
export interface Message {
  key: MessageKey;
  params?: Readonly<Record<string, string | number>>;
}

/** The catalogues there are. A further language is one line here: the types ask for every message. */
export const catalogues = { en: english } as const satisfies Record<
  string,
  Record<MessageKey, string>
>;

export type Language = keyof typeof catalogues;

const formats = new Map<string, IntlMessageFormat>();

/** The message in words. What a text names and `params` lacks is an error, not a hole in a sentence. */
export function say({ key, params = {} }: Message, language: Language = "en"): string {
  const id = `${language} ${key}`;
  const format = formats.get(id) ?? new IntlMessageFormat(catalogues[language][key], language);
  formats.set(id, format);
  return String(format.format(params));
}
