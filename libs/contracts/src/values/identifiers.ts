import { z } from 'zod';
import { Instant } from './dates.ts';
import { Person } from './people.ts';

/** Six digits: a school or an academy. */
export const Urn = z.string().regex(/^\d{6}$/, 'A URN is six digits');
/** Eight digits, the first is 1: a trust or an academy. */
export const Ukprn = z.string().regex(/^1\d{7}$/, 'A UKPRN is eight digits and starts with 1');
/** Trust reference number: `TR` and five digits. */
export const Trn = z.string().regex(/^TR\d{5}$/, 'A trust reference number is TR and five digits');
/** Projects of one trust handled together: `GRP_` and eight digits. */
export const GroupReference = z.string().regex(/^GRP_\d{8}$/, 'A group reference is GRP_ and eight digits');
/** Schools that form one new trust: `FAM_` and eight digits. */
export const FormAMatReference = z.string().regex(/^FAM_\d{8}$/, 'A form-a-MAT reference is FAM_ and eight digits');
/** A Prepare project: a whole number in words, one series for conversions and transfers. */
export const PrepareId = z.string().regex(/^[1-9]\d{0,9}$/, 'A Prepare project id is a whole number');
/** A Complete project: UUID version 7. */
export const CompleteId = z.uuid();

/** The key of a row in every report: one school or academy in one project (docs/reference/columns.csv, project_reference). */
export const projectReference = (prepareId: string, urn: string): string => `${prepareId}/${urn}`;

/** The trust that an academy goes to: by UKPRN when it exists, by TRN and name while it is being formed. */
export const IncomingTrust = z.object({
  ukprn: Ukprn.nullable().default(null),
  trn: Trn.nullable().default(null),
  name: z.string().nullable().default(null),
});
export type IncomingTrust = z.infer<typeof IncomingTrust>;

/** Which trusts stood there before service support corrected them, and why (docs/domain/prepare.md, "A corrected decision"). */
export const TrustCorrection = z.object({
  incomingTrust: IncomingTrust,
  outgoingTrustUkprn: Ukprn.nullable(),
  reason: z.string(),
  by: Person,
  at: Instant,
});
export type TrustCorrection = z.infer<typeof TrustCorrection>;
