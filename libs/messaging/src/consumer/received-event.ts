import type { TopicName } from '@academies/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';

/** An event as it arrived: checked, with a value that is what its type's schema says. */
export interface ReceivedEvent<Value = unknown> {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  /** When it happened, ISO 8601. */
  readonly time: string;
  readonly subject: string;
  /** Counts per subject; the higher one is the newer. */
  readonly sequence: number;
  readonly key: string;
  readonly topic: TopicName;
  readonly partition: number;
  readonly offset: string;
  readonly value: Value;
  readonly traceparent?: string | undefined;
}

/** What a Nest handler gets by `@Ctx()`: the transaction of its batch, and the event around the value. */
export interface Received {
  readonly transaction: EntityManager;
  readonly event: ReceivedEvent;
}
