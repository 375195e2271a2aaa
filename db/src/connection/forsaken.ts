import type { Connection } from "./connection.ts";

/** The server's side has been idle this long, by its own clock: no answer is on its way any more. */
const idleText = "250 milliseconds";

/**
 * Which of `suspects`, all waiting for an answer, the server does not work for: its process sits idle,
 * so the question or the answer was lost on the way (half-open TCP). Asks through another connection.
 * A slow query is `active` and is left alone, and so is a process that the server does not know (a
 * pooler between us hides the real ones): those have the transaction's deadline.
 */
export async function forsaken(
  through: Connection,
  suspects: readonly Connection[],
): Promise<Connection[]> {
  const quiet = suspects
    .map((connection) => ({ connection, since: connection.quietSince }))
    .filter(({ since }) => since !== null);
  if (quiet.length === 0) return [];
  const idle = await through.ask(
    `select pid from pg_stat_activity where pid = any($1::int[]) and state like 'idle%'
      and state_change < clock_timestamp() - interval '${idleText}'`,
    [quiet.map(({ connection }) => connection.pid)],
  );
  const idlePids = new Set(idle.map(({ pid }) => pid));
  // Still the same silence: one that has ended meanwhile proves the connection alive.
  return quiet
    .filter(
      ({ connection, since }) => idlePids.has(connection.pid) && connection.quietSince === since,
    )
    .map(({ connection }) => connection);
}
