import type { Matching, Proposer, Receiver } from "./deferred-acceptance.ts";

/**
 * Blocking pairs: who would rather be with each other than with what a matching gives them. Both
 * list each other, the proposer likes the receiver better than their own place (or has none), and
 * the receiver has room or holds somebody they like less. A matching is stable without any.
 */
export function blockingPairs(
  proposers: Iterable<Proposer>,
  receivers: Iterable<Receiver>,
  { receiverOf, proposersOf }: Matching,
): { proposer: string; receiver: string }[] {
  const byId = new Map(Array.from(receivers, (receiver) => [receiver.id, receiver]));
  const found: { proposer: string; receiver: string }[] = [];
  for (const { id, preferences } of proposers) {
    const current = receiverOf.get(id) ?? null;
    for (const wished of preferences) {
      if (wished === current) break;
      const receiver = byId.get(wished);
      const rank = receiver?.preferences.indexOf(id) ?? -1;
      if (!receiver || rank === -1) continue;
      const held = proposersOf.get(wished) ?? [];
      const isBetter = held.some((other) => receiver.preferences.indexOf(other) > rank);
      if (held.length < receiver.capacity || (isBetter && receiver.capacity > 0)) {
        found.push({ proposer: id, receiver: wished });
      }
    }
  }
  return found;
}
