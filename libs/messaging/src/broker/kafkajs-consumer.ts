import type { EachBatchPayload, IHeaders } from 'kafkajs';
import { type RawMessage, storable } from '../message/read-message.ts';
import { pauseUnless } from '../timing/waiting.ts';
import type { Batch, Member, Membership } from './broker.ts';
import { Heartbeat, OffsetCommitter } from './member-duties.ts';
import type { KafkajsClient } from './kafkajs-client.ts';

/**
 * Joins a group and reads until it leaves, or until kafkajs gives up, which is `onLost`. A broker that is restarted makes
 * it give up; the next member waits until the old one's session has ended, so sessions are short. The broker answers a
 * fetch as soon as there is something, and after `maxWaitTimeInMs` when there is nothing; requests behind it on the
 * connection wait as long, so nobody waits for those. Whose group the broker is still loading (it has just started) asks
 * again: nothing is lost by that.
 */
export function joinGroup(client: KafkajsClient, membership: Membership): Member {
  const { kafka, logger, fetchWaitMs, onBroker, offBroker } = client;
  const { group, topics, sessionTimeoutMs = 6_000, onAssigned, onBatch, onFetch, onLost } = membership;
  const consumer = kafka.consumer({
    groupId: onBroker(group),
    sessionTimeout: sessionTimeoutMs,
    heartbeatInterval: 1_500,
    rebalanceTimeout: 30_000,
    maxWaitTimeInMs: fetchWaitMs,
    maxBytesPerPartition: 4 * 1_048_576, // kafkajs's own 1 MB is some 600 events: too few for one transaction of a projector
    allowAutoTopicCreation: false,
    retry: {
      retries: 20,
      initialRetryTime: 100,
      maxRetryTime: 1_000,
      restartOnFailure: async (error) => isLoading(error),
    },
  });
  const committer = new OffsetCommitter(consumer, logger);
  const leaving = new AbortController();
  const lost = Promise.withResolvers<void>();
  let isLost = false;
  let assignments = 0;
  let assigned: Promise<void> = Promise.resolve();
  let inHand: Promise<void> = Promise.resolve();

  const lose = (reason: unknown) => {
    if (!isLost && !leaving.signal.aborted) onLost(reason);
    isLost = true;
    lost.resolve();
  };

  /** However long the database takes to answer where to read on: a later assignment makes the answer void. */
  const seek = async (partitions: Record<string, number[]>, place: number) => {
    const positions = await onAssigned(
      Object.fromEntries(Object.entries(partitions).map(([topic, these]) => [offBroker(topic), these])),
    );
    if (place !== assignments || isLost || leaving.signal.aborted) return;
    for (const { topic, partition, offset } of positions) consumer.seek({ topic: onBroker(topic), partition, offset });
  };

  const eachBatch = async (payload: EachBatchPayload): Promise<void> => {
    const heartbeat = new Heartbeat(payload.heartbeat, leaving.signal);
    try {
      await Promise.race([assigned, aborted(heartbeat.signal)]);
      const batch = batchOf(payload, heartbeat.signal);
      // What was fetched before the partition was sought is not what the reader asked for.
      if (!batch.isStale()) await onBatch(batch);
    } catch (error) {
      // kafkajs stops for good, and silently, on a TypeError. The batch is not resolved, so it is fetched again.
      if (!heartbeat.error) logger.error({ err: error }, 'A batch could not be taken and is read again');
      await pauseUnless(heartbeat.signal, 1_000);
    } finally {
      heartbeat.end();
    }
    if (heartbeat.error) throw heartbeat.error;
  };

  const batchOf = ({ batch, ...payload }: EachBatchPayload, signal: AbortSignal): Batch => {
    const topic = offBroker(batch.topic);
    const { partition, highWatermark } = batch;
    return {
      topic,
      partition,
      highWatermark,
      signal,
      messages: batch.messages.map((message) => {
        const { offset, key, value, headers = {} } = message;
        return { topic, partition, offset, key, value, headers: texts(headers), leaderEpoch: leaderEpochOf(message) };
      }),
      nextOffset: String(BigInt(batch.lastOffset()) + 1n),
      isStale: () => signal.aborted || !payload.isRunning() || payload.isStale(),
      // Without `resolveOffset` kafkajs fetches the same messages again and again; it wants the last, not the next.
      commit: (nextOffset) => {
        payload.resolveOffset(String(BigInt(nextOffset) - 1n));
        committer.commit(batch.topic, partition, nextOffset);
      },
    };
  };

  consumer.on(consumer.events.CRASH, ({ payload }) => payload.restart || lose(payload.error));
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    assigned = seek(payload.memberAssignment, ++assignments);
    assigned.catch(lose);
  });
  consumer.on(consumer.events.FETCH, () => onFetch?.());

  const join = async () => {
    await consumer.connect();
    await consumer.subscribe({ topics: topics.map(onBroker), fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      eachBatch: (payload) => (inHand = eachBatch(payload)),
    });
  };
  const joining = join().catch(lose);
  return {
    async leave() {
      leaving.abort();
      await Promise.race([joining, lost.promise]);
      await inHand.catch(() => {});
      await committer.done();
      await consumer
        .disconnect()
        .catch((error: unknown) => logger.warn({ err: error }, 'The consumer did not leave in good order'));
    },
  };
}

const isLoading = (error: Error): boolean => {
  const { type, cause } = error as { type?: string; cause?: Error };
  return type === 'GROUP_LOAD_IN_PROGRESS' || (cause !== undefined && isLoading(cause));
};

/** kafkajs has it and does not say so in its types. */
const leaderEpochOf = (message: object): number | undefined =>
  (message as { batchContext?: { partitionLeaderEpoch: number } }).batchContext?.partitionLeaderEpoch;

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** Headers as texts; of a header that is there twice the first counts. PostgreSQL takes no NUL. */
const texts = (headers: IHeaders): RawMessage['headers'] =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, given]) => {
      const value = Array.isArray(given) ? given[0] : given;
      return value === undefined ? [] : [[storable(name), storable(value.toString())]];
    }),
  );
