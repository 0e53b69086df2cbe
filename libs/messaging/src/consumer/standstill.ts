import { sqlOf } from '@academies/database';
import type { Logger } from 'pino';
import { endOffsets } from '../broker/open-broker.ts';
import { topicsOf } from '../message/incoming-message.ts';
import type { ConsumerOptions } from './consumer-options.ts';
import type { RetryingHandler } from './retrying-handler.ts';
import { positions } from './received-watermarks.ts';

const patienceMs = 60_000;

/**
 * Ends the process when there is something to read, nothing is being read, and nothing is being waited for. A watch that
 * itself comes late was frozen with all the rest (a laptop that slept, a machine that moved), and begins anew.
 */
export function watchForStandstill(
  options: ConsumerOptions,
  handler: Pick<RetryingHandler, 'lastSign' | 'waitingFor'>,
  logger: Logger,
  patience = patienceMs,
): () => void {
  const { group } = options.subscription;
  const die = options.onStuck ?? (() => process.exit(1));
  const every = patience / 6;
  handler.lastSign = performance.now();
  let lookedAt = handler.lastSign;
  const timer = setInterval(() => {
    const now = performance.now();
    if (now - lookedAt > 2 * every) handler.lastSign = now;
    lookedAt = now;
    if (now - handler.lastSign < patience || handler.waitingFor) return;
    lagOf(options, logger).then(
      (waiting) => {
        if (waiting === 0 || performance.now() - handler.lastSign < patience) return;
        const reason = `The consumer of ${group} stands still while ${waiting} messages wait`;
        logger.fatal({ group }, reason);
        die(reason);
      },
      (error: unknown) =>
        logger.warn({ err: error, group }, 'The consumer stands still; it cannot be found out whether anything waits'),
    );
  }, every);
  timer.unref();
  return () => clearInterval(timer);
}

/** How many messages of its topics the group has not read. */
async function lagOf({ orm, kafka, subscription }: ConsumerOptions, logger: Logger): Promise<number> {
  const ends = await endOffsets(kafka, topicsOf(subscription), logger);
  const read = await positions(sqlOf(orm.em.fork()), subscription.group);
  let waiting = 0n;
  for (const [topic, partitions] of Object.entries(ends))
    for (const [partition, end] of Object.entries(partitions))
      waiting += BigInt(end) - BigInt(read[topic]?.[partition] ?? end);
  return Number(waiting);
}
