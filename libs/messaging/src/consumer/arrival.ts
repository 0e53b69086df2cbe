import { PermanentError, WatermarkAdvanced } from '@academies/contracts';
import { inboxId, laneOf } from './identity.ts';
import type { RawMessage } from './raw-message.ts';
import { readMessage } from './read-message.ts';
import type { ReceivedEvent } from './received-event.ts';
import type { Handling, Subscription } from './subscription.ts';

/** A message with all that can be said of it without the database. */
export interface Arrival {
  readonly message: RawMessage;
  readonly id: string;
  readonly lane: string;
  /** What it carries, if it can be read. */
  readonly event: ReceivedEvent | null;
  /** Why it cannot be read. */
  readonly failure: PermanentError | null;
  readonly handling: Handling | 'watermark';
}

export function arrivalOf(message: RawMessage, subscription: Subscription): Arrival {
  const about = { message, id: inboxId(message), lane: laneOf(message) };
  try {
    const event = readMessage(message);
    return { ...about, event, failure: null, handling: handlingOf(event, subscription) };
  } catch (error) {
    return { ...about, event: null, failure: permanent(error), handling: 'handled' };
  }
}

/** The compiler made the subscription name every type; should one be missing all the same, it is not skipped. */
function handlingOf({ type, topic }: ReceivedEvent, { topics, group }: Subscription): Arrival['handling'] {
  if (type === WatermarkAdvanced.type) return 'watermark';
  const handling = topics[topic]?.[type];
  if (!handling) throw new PermanentError('MESSAGE.UNNAMED_TYPE', `${group} names ${type} neither as handled nor as ignored`);
  return handling;
}

const permanent = (error: unknown): PermanentError =>
  error instanceof PermanentError ? error : new PermanentError('MESSAGE.UNREADABLE', String(error), { cause: error });
