import { z } from 'zod';
import { defineEvent } from '../event/event.ts';
import { Instant } from '../values/dates.ts';

export const WatermarkAdvanced = defineEvent('watermark.advanced.v1', {
  topic: 'watermarks',
  meaning:
    'Everything that `source` had committed before `committedBefore` is published, in each topic up to (not including) these offsets.',
  value: z.object({
    source: z.string().regex(/^[\w.-]{1,100}$/),
    committedBefore: Instant,
    /** Topic → partition → the offset after the last one published. */
    offsets: z.record(
      z.string().regex(/^[\w.-]{1,200}$/),
      z.record(z.string().regex(/^\d{1,9}$/), z.string().regex(/^\d{1,18}$/)),
    ),
  }),
  example: () => ({
    source: 'prepare',
    committedBefore: '2026-10-06T14:05:00.000Z',
    offsets: { 'prepare.projects': { '0': '17', '1': '4' } },
  }),
});
