import type { RawMessage } from '../message/read-message.ts';
import { v7 } from 'uuid';
import type { Broker, PartitionEnds } from './broker.ts';

/** Everything that lies between these ends, by a group of no consequence; each partition in its order. */
export async function readLog(
  broker: Broker,
  ends: readonly PartitionEnds[],
  onMessages: (messages: readonly RawMessage[]) => Promise<void> | void,
): Promise<void> {
  const filled = ends.filter(({ low, high }) => low !== high);
  if (filled.length === 0) return;
  const missing = new Map(filled.map(({ topic, partition, high }) => [`${topic} ${partition}`, BigInt(high)]));
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const member = broker.join({
    group: `looks-back-${v7()}`,
    topics: [...new Set(filled.map(({ topic }) => topic))],
    onAssigned: async () => filled.map(({ topic, partition, low }) => ({ topic, partition, offset: low })),
    onBatch: async ({ topic, partition, messages, nextOffset, commit }) => {
      await onMessages(messages);
      commit(nextOffset);
      const place = `${topic} ${partition}`;
      if (BigInt(nextOffset) >= (missing.get(place) ?? 0n)) missing.delete(place);
      if (missing.size === 0) resolve();
    },
    onLost: reject,
  });
  await promise.finally(() => member.leave());
}
