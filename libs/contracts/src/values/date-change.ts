import { z } from 'zod';
import { dateReasons } from '../vocabulary/date-reasons.ts';
import { Instant, IsoDate } from './dates.ts';
import { Person } from './person.ts';

/** One change of a conversion or transfer date. The first value has no previous one and no reasons. */
export const DateChange = z.object({
  previous: IsoDate.nullable(),
  date: IsoDate,
  reasons: z.array(z.object({ reason: dateReasons.schema, detail: z.string() })),
  by: Person,
  at: Instant,
});
export type DateChange = z.infer<typeof DateChange>;
