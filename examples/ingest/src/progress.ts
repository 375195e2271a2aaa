/** One updating line on a terminal; a plain line now and then elsewhere (logs, CI). */
export interface Progress {
  add(count: number): void;
  end(): void;
}

interface Output {
  isTTY?: boolean;
  write(text: string): unknown;
}

const WIDTH = 30;
const PLAIN_EVERY_MS = 5_000;

export function createProgress(total: number, output: Output, now: () => number): Progress {
  const startedAt = now();
  let done = 0;
  let lastPlainAt = startedAt;
  const text = () => {
    const share = total === 0 ? 1 : Math.min(1, done / total);
    const full = Math.round(share * WIDTH);
    const rate = Math.round(done / Math.max(0.001, (now() - startedAt) / 1000));
    const bar = "█".repeat(full) + "░".repeat(WIDTH - full);
    const figures = `${done.toLocaleString("en")} of ${total.toLocaleString("en")} events`;
    return `${bar} ${Math.floor(100 * share)} %  ${figures}  ${rate.toLocaleString("en")} events/s`;
  };
  const show = () => {
    if (output.isTTY) output.write(`\r\x1b[K${text()}`);
    else if (now() - lastPlainAt >= PLAIN_EVERY_MS) {
      lastPlainAt = now();
      output.write(`${text()}\n`);
    }
  };
  return {
    add(count) {
      done += count;
      show();
    },
    end() {
      output.write(output.isTTY ? `\r\x1b[K${text()}\n` : `${text()}\n`);
    },
  };
}
