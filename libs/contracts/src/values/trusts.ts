import { z } from 'zod';
import { Trn, Ukprn } from './identifiers.ts';

/** The trust that an academy goes to: by UKPRN when it exists, by TRN and name while it is being formed. */
export const IncomingTrust = z.object({
  ukprn: Ukprn.nullable(),
  trn: Trn.nullable(),
  name: z.string().nullable(),
});
export type IncomingTrust = z.infer<typeof IncomingTrust>;
