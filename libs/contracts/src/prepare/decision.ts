import { z } from 'zod';
import { Instant, IsoDate } from '../values/dates.ts';
import { Person } from '../values/person.ts';
import { deciders, decisionReasons, outcomes } from '../vocabulary/decisions.ts';

/** A decision as recorded; later ones supersede it, nothing overwrites it (domain/prepare.md). */
export const Decision = z.object({
  outcome: outcomes.schema,
  decidedBy: deciders.schema,
  /** Null when nobody's name is asked (decided by none). */
  deciderName: z.string().nullable(),
  date: IsoDate,
  conditions: z.string().nullable(),
  reasons: z.array(z.object({ reason: decisionReasons.schema, detail: z.string() })),
  recordedBy: Person,
  recordedAt: Instant,
});
export type Decision = z.infer<typeof Decision>;
