import type { Kith } from "@kith/sdk";

const TARGETS_TRIED = 10;

/** From one person to somebody they do not know, but somebody they know does: lines to print. */
export async function warmPath(
  kith: Kith,
  requester: string,
  candidates: string[],
): Promise<string[]> {
  const known = new Set<string | null>([requester]);
  for await (const { person } of kith.ties.list(`ext:${requester}`, { limit: 200 })) {
    known.add(person.externalId);
  }
  const strangers = [...new Set(candidates)].filter((id) => !known.has(id));
  let miss: string | undefined;
  for (const target of strangers.slice(0, TARGETS_TRIED)) {
    const to = { person: `ext:${target}` };
    const search = { from: `ext:${requester}`, to, maxIntroducers: 2, limit: 1 };
    const { data, nearest } = await kith.paths.search(search);
    const [path] = data;
    if (path) {
      const nameOf = new Map(
        path.people.map(({ id, name, externalId }) => [id, name ?? externalId]),
      );
      return [
        path.people.map(({ id }) => nameOf.get(id)).join(" → "),
        ...path.hops.map(
          ({ from, to, reason }) => `${nameOf.get(from)} → ${nameOf.get(to)}: ${reason}`,
        ),
      ];
    }
    miss ??= nearest && `none from ${requester} to ${target}: ${nearest.detail}`;
  }
  return [miss ?? `none from ${requester}: everybody tried is known to them`];
}
