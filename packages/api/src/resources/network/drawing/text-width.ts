/**
 * How wide a text will be, never less than it is: whoever looks has a font that we do not know, so
 * the widths are those of DejaVu Sans and Verdana, the widest that systems commonly come with.
 */
export function textWidth(text: string, fontSize: number, isBold = false): number {
  let ems = 0;
  for (const character of text.normalize("NFD")) ems += widthOf(character);
  return ems * fontSize * (isBold ? 1.13 : 1);
}

const byWidth: readonly [ems: number, characters: string][] = [
  [0.33, " !'ijlI.,:;|`"],
  [0.43, 'ft()[]rJ-"/\\°'],
  [0.6, "acksvxyz"],
  [0.66, "bdeghnopqu0123456789?$_^{}*TLFPYZES"],
  [0.8, "ABCDGHKNOQRUVX&"],
  [0.86, "+=<>~#"],
  [1.08, "mMwW@%…—"],
];
const widths = new Map(byWidth.flatMap(([ems, all]) => [...all].map((one) => [one, ems] as const)));

function widthOf(character: string): number {
  const known = widths.get(character);
  if (known !== undefined) return known;
  if (/\p{Mn}|\p{Me}|\p{Cf}/u.test(character)) return 0;
  if (/\p{Extended_Pictographic}|\p{Emoji_Presentation}|\p{Regional_Indicator}/u.test(character)) {
    return 1.4;
  }
  if (/\p{Script=Arabic}|\p{Script=Hebrew}/u.test(character)) return 0.8;
  if (/\p{Script=Cyrillic}|\p{Script=Greek}/u.test(character)) return 0.95;
  return 1.1;
}
