import { currentTrace, isPossibleYear, notAPossibleYear } from '@academies/contracts';
import { z } from 'zod';

/** A text as indexes of the database take it, without what stands for bytes that were none (`storable`). */
const text = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine((given) => !given.includes('\uFFFD'), 'It has a character that is none');

/**
 * CloudEvents 1.0 in binary mode: the attributes are headers, the value is the data alone. Ours are all required, and
 * bounded: what is beyond is parked here, and reaches no column that would refuse it together with its batch.
 */
export const attributes = z.object({
  ce_specversion: z.literal('1.0'),
  ce_id: z.uuid(),
  ce_source: text(100),
  ce_type: text(200),
  ce_time: z.iso.datetime({ offset: true }).refine(isPossibleYear, notAPossibleYear),
  ce_subject: text(300),
  ce_sequence: z.string().regex(/^\d{1,15}$/, 'It is not a whole number of at most 15 digits'),
  // How an event is followed through the services is no reason to hold it back.
  traceparent: text(100).optional().catch(undefined),
});

/** What an event says of itself beside its value. */
export interface EventFacts {
  readonly event_id: string;
  readonly type: string;
  readonly subject: string;
  readonly sequence: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly created_at: Date;
}

/** The headers of an event that `source` publishes. */
export const headersOf = (about: EventFacts, source: string): Record<string, string> => ({
  ...about.headers,
  ce_specversion: '1.0',
  ce_id: about.event_id,
  ce_source: source,
  ce_type: about.type,
  ce_time: about.created_at.toISOString(),
  ce_subject: about.subject,
  ce_sequence: about.sequence,
  'content-type': 'application/json',
});

/** The header that carries the trace of what is being done now through Kafka; none outside of a trace. */
export function traceHeader(): { traceparent?: string } {
  const traceparent = currentTrace();
  return traceparent ? { traceparent } : {};
}
