import type { TopicName } from '@academies/contracts';
import type { ReceivedEvent } from '../consumer/received-event.ts';

/** Why an event is set aside: it never works, it failed three times, or it waits behind one of its key that did. */
export type ParkedKind = 'permanent' | 'poison' | 'waiting';

/** A message that was set aside. */
export interface ParkedEvent {
  readonly id: string;
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
}
