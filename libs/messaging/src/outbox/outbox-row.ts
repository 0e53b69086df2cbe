import { InvalidError, type Outgoing, PermanentError } from '@academies/contracts';
import { v7 } from 'uuid';
import { traceHeader } from '../tracing/trace-header.ts';

/** Kafka's limit of 1 MB, with what its record and our headers need beside the value. */
const limit = 1_000_000;

/** An event to be queued; with the trace of what made it, where that is not what is being done now. */
export type Queued = Outgoing & { readonly traceparent?: string | undefined };

/** What the outbox keeps of an event: checked by its own schema and small enough for Kafka, or refused here and now. */
export function outboxRow({ event, key, subject, value, traceparent }: Queued) {
  const checked = event.value.safeParse(value);
  if (!checked.success)
    throw new PermanentError('MESSAGING.INVALID_EVENT', `${event.type} of ${subject} is not what its schema says: ${checked.error.message}`);
  if (!key || !subject) throw new PermanentError('MESSAGING.NO_KEY', `${event.type} needs a key and a subject`);
  const payload = JSON.stringify(checked.data);
  const size = Buffer.byteLength(payload) + Buffer.byteLength(key) + Buffer.byteLength(subject) + 400;
  if (size > limit)
    throw new InvalidError('MESSAGING.EVENT_TOO_LARGE', `This is too much to save at once: ${megabytes(size)}, where 1 MB is the limit`);
  return { event_id: v7(), topic: event.topic, type: event.type, key, subject, payload, headers: traceparent ? { traceparent } : traceHeader(), size };
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
