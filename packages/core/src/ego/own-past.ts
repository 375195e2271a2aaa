/** A measure of a person beside the values that the same measure had in their own past. */
export interface AgainstOwnPast {
  readonly value: number | null;
  /** Median of the past; null when it was never defined. */
  readonly usual: number | null;
  readonly lowest: number | null;
  readonly highest: number | null;
  /** value - usual; null when either is undefined. */
  readonly change: number | null;
}

/**
 * A trait against the person's own past: what has changed, where no ideal value is known.
 *
 *   usual = median of the past values that were defined        change = value - usual
 *
 * In the measure's own unit. A value outside [lowest, highest] is unusual for this person; it says
 * nothing about others. For concentration, as Saramaki et al. 2014 found it stable per person.
 */
export function againstOwnPast(
  value: number | null,
  past: Iterable<number | null>,
): AgainstOwnPast {
  const sorted = [...past].filter((known) => known !== null).sort((x, y) => x - y);
  const { length } = sorted;
  const [lower, upper] = [sorted[(length - 1) >> 1], sorted[length >> 1]];
  const usual = lower === undefined || upper === undefined ? null : (lower + upper) / 2;
  return {
    value,
    usual,
    lowest: sorted[0] ?? null,
    highest: sorted.at(-1) ?? null,
    change: value === null || usual === null ? null : value - usual,
  };
}
