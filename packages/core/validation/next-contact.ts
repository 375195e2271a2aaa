import { type AskedPair, type CutOff, isContacted } from "./cut-offs.ts";
import { mean } from "./ranking.ts";

/**
 * "Whom will this person contact next": over everybody with two pairs or more at a cut-off who is
 * in contact with one of them within the horizon.
 *   MRR       mean of 1 / rank of whoever is contacted first (ties share their mean rank)
 *   recall@5  mean share of those contacted within the horizon who stand among the first five
 */
export function nextContact(
  cutOff: CutOff,
  scores: readonly number[],
): { mrr: number | null; recall5: number | null } {
  const byPerson = new Map<string, { pair: AskedPair; score: number }[]>();
  for (const [index, pair] of cutOff.pairs.entries()) {
    for (const person of [pair.u, pair.v]) {
      const own = byPerson.get(person) ?? [];
      byPerson.set(person, own);
      own.push({ pair, score: scores[index] as number });
    }
  }
  const reciprocalRanks: number[] = [];
  const recalls: number[] = [];
  for (const own of byPerson.values()) {
    const contacted = own.filter(({ pair }) => isContacted(pair, cutOff.horizonDays));
    if (own.length < 2 || contacted.length === 0) continue;
    const first = contacted.reduce((one, other) =>
      other.pair.nextSeconds < one.pair.nextSeconds ? other : one,
    );
    reciprocalRanks.push(1 / rankOf(first.score, own));
    const top = contacted.filter(({ score }) => rankOf(score, own) <= 5);
    recalls.push(top.length / contacted.length);
  }
  return { mrr: mean(reciprocalRanks), recall5: mean(recalls) };
}

function rankOf(score: number, own: readonly { score: number }[]): number {
  const better = own.filter((other) => other.score > score).length;
  const equal = own.filter((other) => other.score === score).length;
  return better + (equal + 1) / 2;
}
