/** One updating line on a terminal; one plain line for each step elsewhere (logs, CI). */
export interface Progress {
  step(name: string, total: number): (done: number) => void;
  end(): void;
}

interface Output {
  isTTY?: boolean;
  write(text: string): unknown;
}

export function createProgress(output: Output): Progress {
  let open = false;
  const end = () => {
    if (open) output.write("\n");
    open = false;
  };
  return {
    step(name, total) {
      let done = 0;
      end();
      const show = () => {
        const share = total === 0 ? 100 : Math.floor((100 * done) / total);
        if (output.isTTY) {
          open = true;
          output.write(
            `\r\x1b[K${name}: ${done.toLocaleString("en")} of ${total.toLocaleString("en")} (${share} %)`,
          );
        } else if (done >= total) output.write(`${name}: ${total.toLocaleString("en")}\n`);
      };
      if (output.isTTY) show();
      return (count) => {
        done += count;
        show();
      };
    },
    end,
  };
}
