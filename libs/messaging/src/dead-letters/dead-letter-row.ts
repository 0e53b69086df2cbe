import type { TopicName } from '@academies/contracts';
import type { RawMessage } from '../consumer/raw-message.ts';
import { readMessage } from '../consumer/read-message.ts';
import type { ReceivedEvent } from '../consumer/received-event.ts';
import type { ParkedEvent, ParkedKind } from './parked-event.ts';

/** A parked row, as SQL reads it. */
export interface DeadLetterRow {
  readonly id: string;
  readonly group: string;
  readonly lane: string;
  readonly key: string | null;
  readonly topic: TopicName;
  readonly partition: number;
  readonly offset: string;
  readonly eventId: string;
  readonly type: string | null;
  readonly headers: Record<string, string>;
  readonly rawKey: Buffer | null;
  readonly rawValue: Buffer | null;
  readonly kind: ParkedKind;
  readonly code: string;
  readonly message: string;
  readonly tries: number;
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

export const parkedEventOf = (row: DeadLetterRow): ParkedEvent => {
  const { id, group, key, topic, partition, offset, type, kind, code, message, tries } = row;
  const parkedAt = new Date(row.parkedAt);
  return { id, group, key, topic, partition, offset, type, event: eventIfReadable(messageOf(row)), kind, code, message, tries, parkedAt };
};

function eventIfReadable(message: RawMessage): ReceivedEvent | null {
  try {
    return readMessage(message);
  } catch {
    return null;
  }
}
