import type { SampledPair } from "./sample.ts";

const atOnce = 4;

/** Every pair's tie at every moment as the API answers it, moment by moment; without the two ids. */
export async function apiTies(
  { api, key }: { api: string; key: string },
  pairs: readonly SampledPair[],
  moments: readonly { at: number }[],
): Promise<object[][]> {
  const headers = { authorization: `Bearer ${key}` };
  const ties: object[][] = moments.map(() => []);
  const left = moments.flatMap(({ at }, moment) =>
    pairs.map((pair, index) => ({ at, moment, pair, index })),
  );
  const work = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      const { at, moment, pair, index } = next;
      const path = [pair.from, pair.to].map((id) => encodeURIComponent(`ext:${id}`)).join("/");
      const url = `${api}/v1/ties/${path}?at=${new Date(at).toISOString()}`;
      const response = await fetch(url, { headers });
      if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
      const { from: _from, to: _to, ...tie } = (await response.json()) as Record<string, unknown>;
      (ties[moment] as object[])[index] = tie;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return ties;
}
