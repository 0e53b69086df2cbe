import { z } from 'zod';
import { Instant } from './dates.ts';
import { IncomingTrust, Ukprn } from './identifiers.ts';
import { Person } from './people.ts';

/** Which trusts stood there before service support corrected them, and why (docs/domain/prepare.md, "A corrected decision"). */
export const TrustCorrection = z.object({
  incomingTrust: IncomingTrust,
  outgoingTrustUkprn: Ukprn.nullable(),
  reason: z.string(),
  by: Person,
  at: Instant,
});
export type TrustCorrection = z.infer<typeof TrustCorrection>;
