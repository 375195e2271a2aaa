/** Turns what initdb or PostgreSQL wrote before it gave up into a sentence that says what to do. */
export function explain(
  output: string,
  { cluster, port }: { cluster: string; port?: number },
): string {
  if (/No space left on device|Disk quota exceeded/i.test(output)) {
    return `The disk that holds ${cluster} is full. Free some space, or set KITH_DATA_DIR to a folder on another disk.`;
  }
  if (/could not bind|Address already in use/i.test(output)) {
    return `The port ${port} on 127.0.0.1 is already in use by another program. Stop that program or choose another port for the embedded PostgreSQL.`;
  }
  if (/lock file "postmaster.pid" already exists/i.test(output)) {
    return `The database in ${cluster} is already in use by another Kith process. Stop that one, or set KITH_DATA_DIR to another folder.`;
  }
  if (
    /Permission denied|has wrong ownership|has invalid permissions|Read-only file system/i.test(
      output,
    )
  ) {
    return `PostgreSQL may not read or write its data folder ${cluster}. Give this user the rights (or delete the folder, if its data may go), or set KITH_DATA_DIR to another folder.`;
  }
  if (/database files are incompatible|initialized by PostgreSQL version/i.test(output)) {
    return `The data folder ${cluster} was made by another version of PostgreSQL. Start the Kith version that made it, or move the folder away to begin anew.`;
  }
  if (
    /exec format|ENOEXEC|cannot execute binary|error while loading shared libraries|ENOENT/i.test(
      output,
    )
  ) {
    return `The embedded PostgreSQL does not run on this machine (${firstLineOf(output)}). Run \`pnpm install\` again, or set DATABASE_URL to a PostgreSQL 15 or newer of your own.`;
  }
  return `The embedded PostgreSQL in ${cluster} did not start:\n${output.trim()}`;
}

function firstLineOf(output: string): string {
  return output.trim().split("\n")[0] ?? "";
}
