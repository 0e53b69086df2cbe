import { z } from 'zod';
import { defineEvent } from '../event/event.ts';
import { Instant } from '../values/dates.ts';
import { vocabulary } from '../vocabulary/vocabulary.ts';

/** What waits for service support in a service (docs/domain/complete-pages.md, "Service support"). */
export const concerns = vocabulary({
  parked_keys: 'Projects and records whose events are parked',
  rejected_handovers: 'Rejected handovers',
  approvals_unanswered: 'Approvals that wait for an answer for longer than they may',
  mails_not_sent: 'E-mails that could not be sent',
});
export type Concern = (typeof concerns.names)[number];

export const WatermarkAdvanced = defineEvent('watermark.advanced.v1', {
  topic: 'watermarks',
  meaning:
    'Everything that `source` had committed before `committedBefore` is published, in each topic up to (not including) these offsets. `counts` says what waits for service support there.',
  value: z.object({
    source: z.string().regex(/^[\w.-]{1,100}$/),
    committedBefore: Instant,
    /** Topic → partition → the offset after the last one published. */
    offsets: z.record(
      z.string().regex(/^[\w.-]{1,200}$/),
      z.record(z.string().regex(/^\d{1,9}$/), z.string().regex(/^\d{1,18}$/)),
    ),
    /** Concern → how many; without those that the service does not have. Null of a process that does not count. */
    counts: z
      .record(z.string().regex(/^[a-z_]{1,40}$/), z.int().min(0))
      .nullable()
      .default(null),
  }),
  example: () => ({
    source: 'prepare',
    committedBefore: '2026-10-06T14:05:00.000Z',
    offsets: { 'prepare.projects': { '0': '17', '1': '4' } },
    counts: { parked_keys: 1, approvals_unanswered: 0 },
  }),
});
