import type { TopicName } from '@academies/contracts';
import { type ReceivedEvent, type RawMessage, readMessage } from '../message/read-message.ts';

/** Why an event is set aside: it never works, it failed three times, or it waits behind one of its key that did. */
export type ParkedKind = 'permanent' | 'poison' | 'waiting';

/** A message that was set aside. */
export interface ParkedEvent {
  readonly id: string;
  /** The id of the event itself; made of where it lay when the message had none that can be read. */
  readonly eventId: string;
  readonly group: string;
  /** Null when it had none, or none that can be read. */
  readonly key: string | null;
  readonly topic: TopicName;
  readonly partition: number;
  readonly offset: string;
  readonly type: string | null;
  /** The event, when the message can be read. */
  readonly event: ReceivedEvent | null;
  readonly kind: ParkedKind;
  readonly code: string;
  readonly message: string;
  readonly tries: number;
  readonly parkedAt: Date;
  /** What somebody has asked for its key, until that is done. */
  readonly request: 'replay' | 'discard' | null;
}

/** A parked row, as SQL reads it. */
export interface DeadLetterRow extends Omit<ParkedEvent, 'event' | 'parkedAt'> {
  readonly headers: Record<string, string>;
  readonly rawKey: Buffer | null;
  readonly rawValue: Buffer | null;
  readonly parkedAt: string | Date;
}

/** The message as it came, byte for byte. */
export const messageOf = ({ topic, partition, offset, rawKey, rawValue, headers }: DeadLetterRow): RawMessage => ({
  topic,
  partition,
  offset,
  key: rawKey,
  value: rawValue,
  headers,
});

/** What is told of a parked row, with its event when that can be read. */
export function parkedEventOf(row: DeadLetterRow): ParkedEvent {
  const { headers: _, rawKey: __, rawValue: ___, parkedAt, ...facts } = row;
  return { ...facts, event: eventIfReadable(messageOf(row)), parkedAt: new Date(parkedAt) };
}

function eventIfReadable(message: RawMessage): ReceivedEvent | null {
  try {
    return readMessage(message);
  } catch {
    return null;
  }
}
