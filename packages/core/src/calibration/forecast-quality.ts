/**
 * AUC: the chance that a positive scores above a negative, ties counting half (Mann-Whitney).
 * Null when all labels are the same.
 */
export function auc(scores: ArrayLike<number>, labels: readonly boolean[]): number | null {
  const ranks = midRanks(scores);
  let positives = 0;
  let sum = 0;
  for (const [index, label] of labels.entries()) {
    if (!label) continue;
    positives += 1;
    sum += ranks[index] as number;
  }
  const negatives = labels.length - positives;
  if (positives === 0 || negatives === 0) return null;
  return (sum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Ranks from 1, equal values sharing their mean rank. */
export function midRanks(values: ArrayLike<number>): Float64Array {
  const order = Array.from(values, (_, index) => index).sort(
    (x, y) => (values[x] as number) - (values[y] as number),
  );
  const ranks = new Float64Array(order.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end] as number] === values[order[start] as number]) {
      end += 1;
    }
    for (let place = start; place < end; place++)
      ranks[order[place] as number] = (start + end + 1) / 2;
    start = end;
  }
  return ranks;
}

/** Log-loss of probabilities, in nats per question. */
export function logLoss(
  probabilities: ArrayLike<number>,
  labels: readonly boolean[],
): number | null {
  if (labels.length === 0) return null;
  let sum = 0;
  for (const [index, label] of labels.entries()) {
    const chance = Math.min(1 - 1e-9, Math.max(1e-9, probabilities[index] as number));
    sum -= Math.log(label ? chance : 1 - chance);
  }
  return sum / labels.length;
}

export interface CalibrationBin {
  readonly predicted: number;
  readonly observed: number;
  readonly count: number;
}

/** Ten bins of equally many questions by probability: what was said, and what happened. */
export function calibrationBins(
  probabilities: ArrayLike<number>,
  labels: readonly boolean[],
  bins = 10,
): CalibrationBin[] {
  const order = labels.map((_, index) => index);
  order.sort((x, y) => (probabilities[x] as number) - (probabilities[y] as number));
  const found: CalibrationBin[] = [];
  for (let bin = 0; bin < bins; bin++) {
    const part = order.slice(
      Math.floor((bin * order.length) / bins),
      Math.floor(((bin + 1) * order.length) / bins),
    );
    if (part.length === 0) continue;
    const predicted = part.reduce((sum, index) => sum + (probabilities[index] as number), 0);
    const observed = part.filter((index) => labels[index]).length;
    found.push({
      predicted: predicted / part.length,
      observed: observed / part.length,
      count: part.length,
    });
  }
  return found;
}

/** Expected calibration error: the mean gap between said and happened over the bins. */
export function calibrationError(bins: readonly CalibrationBin[]): number | null {
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  if (count === 0) return null;
  return (
    bins.reduce((sum, bin) => sum + bin.count * Math.abs(bin.predicted - bin.observed), 0) / count
  );
}

/** How good a set of forecasts was: order, sharpness, honesty. */
export interface ForecastQuality {
  readonly auc: number | null;
  readonly logLoss: number | null;
  readonly calibrationError: number | null;
  readonly bins: readonly CalibrationBin[];
}

/** All of the above of one set of forecasts. */
export function forecastQuality(
  probabilities: ArrayLike<number>,
  labels: readonly boolean[],
): ForecastQuality {
  const bins = calibrationBins(probabilities, labels);
  return {
    auc: auc(probabilities, labels),
    logLoss: logLoss(probabilities, labels),
    calibrationError: calibrationError(bins),
    bins,
  };
}
