import { startThrowAway } from "../embedded/index.ts";

let own: Promise<string> | undefined;

/**
 * Owner URL of the cluster that tests may use: the one that `pnpm test` started for all files, or,
 * when a file is run by itself, a throw-away one that ends with this process.
 */
export function testCluster(): Promise<string> {
  const given = process.env.KITH_TEST_DATABASE_URL;
  if (given) return Promise.resolve(given);
  own ??= startThrowAway().then(({ ownerUrl }) => ownerUrl);
  return own;
}
