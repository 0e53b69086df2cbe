import type { TopicName } from '@academies/contracts';

/** A row of the outbox, as the relay reads it. */
export interface OutboxRow {
  readonly id: string;
  readonly event_id: string;
  readonly topic: TopicName;
  readonly type: string;
  readonly key: string;
  readonly subject: string;
  readonly sequence: string;
  readonly payload: string;
  readonly headers: Record<string, string>;
  readonly created_at: Date;
}
