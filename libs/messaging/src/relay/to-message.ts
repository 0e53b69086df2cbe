import type { Message } from 'kafkajs';
import type { OutboxRow } from './outbox-row.ts';

type Facts = Pick<OutboxRow, 'event_id' | 'type' | 'key' | 'subject' | 'sequence' | 'payload' | 'headers' | 'created_at'>;

/** CloudEvents 1.0 in binary mode: the attributes are headers, the value is the data alone. */
export const toMessage = (row: Facts, source: string): Message => ({
  key: row.key,
  value: row.payload,
  headers: {
    ...row.headers,
    ce_specversion: '1.0',
    ce_id: row.event_id,
    ce_source: source,
    ce_type: row.type,
    ce_time: row.created_at.toISOString(),
    ce_subject: row.subject,
    ce_sequence: row.sequence,
    'content-type': 'application/json',
  },
});
