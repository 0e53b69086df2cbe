import type { Logger } from 'pino';
import { connectTo } from '../kafka/connect.ts';
import { onBroker } from '../kafka/kafka-settings.ts';
import { Batches } from './batches.ts';
import type { ConsumerOptions } from './consumer-options.ts';
import type { Handler } from './handler.ts';
import { topicsOf } from './subscription.ts';

/** What is seen of a membership from outside. */
export interface Signs {
  onFetch(): void;
  onJoin(): void;
}

/**
 * Joins the group and reads until asked to stop, or until kafkajs gives up, which is thrown. A broker that is restarted
 * makes it give up; the next member waits until the old one's session has ended, so sessions are short. The broker answers
 * a fetch as soon as there is something, and after `maxWaitTimeInMs` when there is nothing; requests behind it on the
 * connection wait as long, so nobody waits for those.
 */
export async function belong(options: ConsumerOptions, handler: Handler, logger: Logger, stop: AbortSignal, signs: Signs): Promise<void> {
  const { kafka, subscription } = options;
  const consumer = connectTo(kafka, logger).consumer({
    groupId: onBroker(kafka, subscription.group),
    sessionTimeout: options.sessionTimeoutMs ?? 6_000,
    heartbeatInterval: 1_500,
    rebalanceTimeout: 30_000,
    maxWaitTimeInMs: 1_000,
    maxBytesPerPartition: 4 * 1_048_576, // kafkajs's own 1 MB is some 600 events: too few for one transaction of a projector
    allowAutoTopicCreation: false,
    retry: { retries: 20, initialRetryTime: 100, maxRetryTime: 1_000, restartOnFailure: async () => false },
  });
  const batches = new Batches(options, consumer, handler, logger, stop);
  const crash = new Promise<never>((_, fail) => consumer.on(consumer.events.CRASH, ({ payload }) => fail(payload.error)));
  crash.catch(() => {});
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    signs.onJoin();
    batches.joined(payload.memberAssignment);
  });
  consumer.on(consumer.events.FETCH, signs.onFetch);
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: topicsOf(subscription).map((topic) => onBroker(kafka, topic)), fromBeginning: true });
    const running = consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: batches.take });
    await Promise.race([Promise.all([running, ended(stop)]), crash]);
  } finally {
    await batches.told.told();
    await consumer.disconnect().catch((error: unknown) => logger.warn({ err: error }, 'The consumer did not leave in good order'));
  }
}

const ended = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
