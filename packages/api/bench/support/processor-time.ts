import { readdirSync, readFileSync } from "node:fs";

const msPerTick = 10; // USER_HZ is 100 on every Linux of today

/** Processor time in ms that a process has taken, with all its children; null where /proc is not. */
export function processorMs(pid: number): number | null {
  try {
    const children = new Map<number, number[]>();
    for (const name of readdirSync("/proc")) {
      if (!/^\d+$/.test(name)) continue;
      const parent = parentOf(Number(name));
      if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    }
    const sum = (one: number): number =>
      ownMs(one) + (children.get(one) ?? []).reduce((total, child) => total + sum(child), 0);
    return sum(pid);
  } catch {
    return null;
  }
}

/** What stands after the name of the program, which may hold anything: state, parent, … */
function fields(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  return text.slice(text.lastIndexOf(")") + 2).split(" ");
}

function parentOf(pid: number): number | null {
  try {
    return Number(fields(pid)[1]);
  } catch {
    return null; // ended meanwhile
  }
}

function ownMs(pid: number): number {
  const [user, system] = fields(pid).slice(11, 13).map(Number) as [number, number];
  return (user + system) * msPerTick;
}
