import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname, resolve } from "node:path";

/** Who PostgreSQL runs as. Ids only when it can't be ourselves: PostgreSQL refuses to run as root. */
export type ServerUser = { uid: number; gid: number } | undefined;

export function serverUser(): ServerUser {
  if (userInfo().uid !== 0) return undefined;
  const found = lookUp();
  if (found) return found;
  try {
    execFileSync("groupadd", ["--system", "--force", "postgres"], { stdio: "pipe" });
    execFileSync("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"], {
      stdio: "pipe",
    });
  } catch (error) {
    throw new Error(
      "PostgreSQL refuses to run as root, and a system user `postgres` to run it as could not be created. Create one (useradd --system postgres), run as another user, or set DATABASE_URL.",
      { cause: error },
    );
  }
  return lookUp();
}

function lookUp(): ServerUser {
  try {
    const id = (flag: string) =>
      Number.parseInt(
        execFileSync("id", [flag, "postgres"], { stdio: "pipe", encoding: "utf8" }),
        10,
      );
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

/** Can the server's user pass through every folder down to this one? */
export function isReachable(path: string, user: ServerUser): boolean {
  if (!user) return true;
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const info = statSync(folder, { throwIfNoEntry: false });
    if (info?.isDirectory()) {
      const bit = info.uid === user.uid ? 0o100 : info.gid === user.gid ? 0o010 : 0o001;
      if ((info.mode & bit) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}
