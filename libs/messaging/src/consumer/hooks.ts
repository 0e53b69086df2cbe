import type { EntityManager } from '@mikro-orm/postgresql';
import { defaultLogger } from '../kafka/default-logger.ts';
import type { ParkedEvent } from '../dead-letters/parked-event.ts';
import type { ConsumerOptions } from './consumer-options.ts';
import { failureKind } from './failure-kind.ts';

/** Tells the service of a parked event. When that fails for good the event is parked all the same, or it would be lost. */
export async function callOnParked(em: EntityManager, options: ConsumerOptions, parked: ParkedEvent): Promise<void> {
  const { onParked, logger = defaultLogger(options.kafka.clientId), subscription } = options;
  const { id, key, type, kind, code, message } = parked;
  logger.error({ group: subscription.group, deadLetter: id, key, type, kind, code, reason: message }, 'A message is parked');
  if (!onParked) return;
  try {
    await em.transactional((inner) => onParked(inner, parked));
  } catch (error) {
    if (failureKind(error) === 'transient') throw error;
    logger.error({ err: error, deadLetter: id }, 'The service could not take note of a parked message');
  }
}
