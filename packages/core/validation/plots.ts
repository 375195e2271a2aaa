import { predictors } from "./predictors.ts";
import type { ScoredSet } from "./score-set.ts";

const SIZE = { width: 640, height: 420, left: 60, top: 30, right: 190, bottom: 50 };
const COLOURS = ["#9aa5b1", "#c5a880", "#7fa7c9", "#8fbf8f", "#d1495b", "#3d348b", "#111827"];

/** The pictures of docs/validation.md by file name. */
export function plots(sets: readonly ScoredSet[]): Record<string, string> {
  return { "auc.svg": aucPlot(sets), "calibration.svg": calibrationPlot(sets) };
}

function aucPlot(sets: readonly ScoredSet[]): string {
  const from = 0.65;
  const x = (place: number) => SIZE.left + ((place + 0.5) / sets.length) * plotWidth();
  const y = (auc: number) => bottom() - ((auc - from) / (1 - from)) * plotHeight();
  let body = axes("", "AUC", [0.7, 0.8, 0.9, 1], y);
  for (const [place, { name }] of sets.entries()) {
    body += text(x(place), bottom() + 18, name, "middle");
  }
  for (const [rank, { name }] of predictors.entries()) {
    const colour = COLOURS[rank] ?? "#000";
    for (const [place, set] of sets.entries()) {
      const auc = set.results.find(({ predictor }) => predictor === name)?.auc;
      if (auc == null) continue;
      const dx = (rank - (predictors.length - 1) / 2) * 9;
      body += `<circle cx="${px(x(place) + dx)}" cy="${px(y(auc))}" r="4" fill="${colour}"/>`;
    }
    body += legend(rank, name, colour);
  }
  return svg("AUC by set and rule", body);
}

function calibrationPlot(sets: readonly ScoredSet[]): string {
  const x = (chance: number) => SIZE.left + chance * plotWidth();
  const y = (chance: number) => bottom() - chance * plotHeight();
  let body = axes("said", "happened", [0, 0.25, 0.5, 0.75, 1], y);
  for (const tick of [0, 0.25, 0.5, 0.75, 1])
    body += text(x(tick), bottom() + 18, `${tick}`, "middle");
  body += `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#999" stroke-dasharray="4"/>`;
  for (const [rank, { name, calibration }] of sets.entries()) {
    const colour = COLOURS[rank % COLOURS.length] ?? "#000";
    const points = calibration.map(
      ({ predicted, observed }) => `${px(x(predicted))},${px(y(observed))}`,
    );
    body += `<polyline points="${points.join(" ")}" fill="none" stroke="${colour}" stroke-width="2"/>`;
    body += legend(rank, name, colour);
  }
  return svg("Calibration of the clock: what it said and what happened", body);
}

function axes(xName: string, yName: string, ticks: number[], y: (value: number) => number): string {
  let body = text(SIZE.left + plotWidth() / 2, SIZE.height - 10, xName, "middle");
  body += text(SIZE.left, SIZE.top - 12, yName, "middle");
  for (const tick of ticks) {
    body += `<line x1="${SIZE.left}" y1="${px(y(tick))}" x2="${SIZE.left + plotWidth()}" y2="${px(y(tick))}" stroke="#eee"/>`;
    body += text(SIZE.left - 8, y(tick) + 4, `${tick}`, "end");
  }
  return body;
}

function legend(rank: number, name: string, colour: string): string {
  const left = SIZE.left + plotWidth() + 20;
  const top = SIZE.top + 20 + rank * 22;
  return `<circle cx="${left}" cy="${top - 4}" r="4" fill="${colour}"/>${text(left + 12, top, name, "start")}`;
}

function text(x: number, y: number, words: string, anchor: string): string {
  return `<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}">${words}</text>`;
}

function svg(title: string, body: string): string {
  const { width, height } = SIZE;
  const lines = body.replaceAll("><", ">\n<");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img">
<title>${title}</title>
<rect width="${width}" height="${height}" fill="#fff"/>
${lines}
</svg>
`;
}

const plotWidth = () => SIZE.width - SIZE.left - SIZE.right;
const plotHeight = () => SIZE.height - SIZE.top - SIZE.bottom;
const bottom = () => SIZE.height - SIZE.bottom;
const px = (value: number) => Math.round(value * 10) / 10;
