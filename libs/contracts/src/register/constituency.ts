import { z } from 'zod';
import { defineEvent } from '../event/event.ts';

/** A parliamentary constituency and its member of parliament; the seat may be empty. */
export const Constituency = z.object({
  name: z.string().min(1),
  /** The seat's code, `E14001234`; null where the file of members has none. */
  code: z.string().nullable().default(null),
  mp: z.object({ name: z.string().min(1), email: z.string().nullable() }).nullable(),
});
export type Constituency = z.infer<typeof Constituency>;

export const anExampleConstituency: Constituency = {
  name: 'Marrowby North',
  code: null,
  mp: { name: 'Bea Holloway', email: 'bea.holloway@parliament.example' },
};

export const ConstituencyChanged = defineEvent('register.constituency.changed.v1', {
  topic: 'register.constituencies',
  meaning: 'A constituency has another member of parliament, or is new.',
  value: z.object({ constituency: Constituency }),
  example: () => ({ constituency: anExampleConstituency }),
});

export const ConstituencyRepublished = defineEvent('register.constituency.state-republished.v1', {
  topic: 'register.constituencies',
  meaning: 'The present state, sent again for a new consumer or a lost topic.',
  value: z.object({ constituency: Constituency }),
  example: () => ({ constituency: anExampleConstituency }),
});
