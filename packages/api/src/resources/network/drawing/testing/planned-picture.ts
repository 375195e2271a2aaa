import fc from "fast-check";
import type { Drawn, Picture } from "../picture.ts";

const alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-' éüñÅ";
const word = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 2, maxLength: 24 });
/** Names as people have them, and as only an attacker does. */
export const anyName = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(word, word).map(([first, last]) => `${first} ${last}`) },
  fc.constantFrom(
    "李飞飞",
    "נעמי שמר",
    "محمد بن موسى الخوارزمي",
    "Wolfeschlegelsteinhausenbergerdorff".repeat(6),
    "👩‍👩‍👧‍👦🏳️‍🌈 Ada",
    "</text><script>alert(1)</script>",
    "]]>&amp;\u0000\u202eada\ufffe",
    "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324 algo",
  ),
  fc.string({ unit: "binary", minLength: 1, maxLength: 60 }),
);

const drawnOf = (share: number): Drawn =>
  share > 0.75 ? "core" : share > 0.45 ? "active" : share > 0.2 ? "fading" : "dormant";

/** A picture of so many people who are in groups that know each other. */
export const pictureWith = (count: number, beyond = 0): fc.Arbitrary<Picture> =>
  fc
    .record({
      ego: anyName,
      names: fc.array(fc.option(anyName, { freq: 20 }), {
        minLength: count + beyond,
        maxLength: count + beyond,
      }),
      strengths: fc.array(fc.integer({ min: 0, max: 950 }), {
        minLength: count,
        maxLength: count,
      }),
      groups: fc.integer({ min: 1, max: 12 }),
    })
    .map(({ ego, names, strengths, groups }): Picture => {
      strengths.sort((x, y) => y - x);
      const people = names.map((name, index) => {
        const strength = (strengths[index] ?? 0) / 1000;
        const drawn: Drawn = index < count ? drawnOf(strength) : "beyond";
        return { id: `p${index}`, name, hint: name ?? "", drawn, strength };
      });
      const ties = people.flatMap(({ id }, index) =>
        index < groups ? [] : [{ a: `p${index - groups}`, b: id }],
      );
      return {
        key: "picture",
        heading: `The network of ${ego}`,
        summary: `${count} people`,
        description: `${ego} is in the middle.`,
        ego: { name: ego },
        people,
        ties,
        legend: (["core", "active", "fading", "dormant", "beyond"] as const).map((band) => ({
          band,
          text: `band ${band}`,
        })),
      };
    });
