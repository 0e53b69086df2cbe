import { z } from 'zod';
import { defineEvent } from '../event.ts';
import { Address } from '../values/address.ts';
import { IsoDate } from '../values/dates.ts';
import { Ukprn } from '../values/identifiers.ts';

const text = z.string().nullable();

/** A trust as the register has it: group types 6, 10 and 11 (domain/register.md). Without UKPRN while it is new. */
export const Trust = z.object({
  groupUid: z.string().min(1),
  trn: text,
  name: z.string().min(1),
  companiesHouseNumber: text,
  type: z.string(),
  status: text,
  closedDate: IsoDate.nullable(),
  address: Address,
  ukprn: Ukprn.nullable(),
});
export type Trust = z.infer<typeof Trust>;

export const anExampleTrust: Trust = {
  groupUid: '9042',
  trn: 'TR90042',
  name: 'Larkmere Learning Trust',
  companiesHouseNumber: '09900042',
  type: 'Multi-academy trust',
  status: 'Open',
  closedDate: null,
  address: { line1: '3 Mill Street', line2: null, line3: null, town: 'Marrowby', county: null, postcode: 'ZZ1 3AC' },
  ukprn: '19000042',
};

export const TrustChanged = defineEvent('register.trust.changed.v1', {
  topic: 'register.trusts',
  meaning: 'A trust is new in the register or has changed there.',
  value: z.object({ trust: Trust }),
  example: () => ({ trust: anExampleTrust }),
});

export const TrustRepublished = defineEvent('register.trust.state-republished.v1', {
  topic: 'register.trusts',
  meaning: 'The present state, sent again for a new consumer or a lost topic.',
  value: z.object({ trust: Trust }),
  example: () => ({ trust: anExampleTrust }),
});
