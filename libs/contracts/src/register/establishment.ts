import { z } from 'zod';
import { defineEvent } from '../event.ts';
import { Address } from '../values/address.ts';
import { IsoDate } from '../values/dates.ts';
import { Ukprn, Urn } from '../values/identifiers.ts';
import { regions } from '../vocabulary/regions.ts';

const text = z.string().nullable();
const coded = z.object({ code: text, name: text });

/** A school or academy as the register has it (domain/register.md). What the extract leaves empty is null. */
export const Establishment = z.object({
  urn: Urn,
  name: z.string().min(1),
  localAuthority: coded,
  establishmentNumber: text,
  type: coded,
  typeGroup: text,
  status: coded,
  openDate: IsoDate.nullable(),
  closeDate: IsoDate.nullable(),
  phase: coded,
  lowAge: z.int().nullable(),
  highAge: z.int().nullable(),
  diocese: coded,
  capacity: z.int().nullable(),
  pupils: z.int().nullable(),
  percentageFreeSchoolMeals: z.number().nullable(),
  /** The Group UID of the trust that runs it, and the trust's name. */
  trust: coded,
  ukprn: Ukprn.nullable(),
  address: Address,
  website: text,
  telephone: text,
  head: z.object({ title: text, firstName: text, lastName: text, jobTitle: text }),
  region: regions.schema.nullable(),
  constituency: coded,
});
export type Establishment = z.infer<typeof Establishment>;

/** Types that are academies (domain/register.md). */
export const academyTypeCodes = ['28', '33', '34', '42', '43', '44', '45', '46', '57'];
export const isAcademy = (school: Pick<Establishment, 'type'>): boolean =>
  academyTypeCodes.includes(school.type.code ?? '');

/** Open, or open but proposed to close (domain/handover.md, rule 1). */
export const openStatusCodes = ['1', '3'];
export const isOpen = (school: Pick<Establishment, 'status'>): boolean =>
  openStatusCodes.includes(school.status.code ?? '');

export const anExampleEstablishment: Establishment = {
  urn: '900123',
  name: 'Larkmere Primary School',
  localAuthority: { code: '911', name: 'Marrowby' },
  establishmentNumber: '2042',
  type: { code: '01', name: 'Community school' },
  typeGroup: 'Local authority maintained schools',
  status: { code: '1', name: 'Open' },
  openDate: '1974-09-01',
  closeDate: null,
  phase: { code: '2', name: 'Primary' },
  lowAge: 5,
  highAge: 11,
  diocese: { code: '0000', name: 'Not applicable' },
  capacity: 210,
  pupils: 198,
  percentageFreeSchoolMeals: 18.2,
  trust: { code: null, name: null },
  ukprn: '19900123',
  address: { line1: '1 Larkmere Lane', line2: null, line3: null, town: 'Marrowby', county: null, postcode: 'ZZ1 2AB' },
  website: 'https://larkmere.example',
  telephone: '01632 960001',
  head: { title: 'Ms', firstName: 'Petra', lastName: 'Lindley', jobTitle: 'Headteacher' },
  region: 'london',
  constituency: { code: 'E14009001', name: 'Marrowby North' },
};

export const EstablishmentChanged = defineEvent('register.establishment.changed.v1', {
  topic: 'register.establishments',
  meaning: 'A school or academy is new in the register or has changed there.',
  value: z.object({ establishment: Establishment }),
  example: () => ({ establishment: anExampleEstablishment }),
});

export const EstablishmentRepublished = defineEvent('register.establishment.state-republished.v1', {
  topic: 'register.establishments',
  meaning: 'The present state, sent again for a new consumer or a lost topic.',
  value: z.object({ establishment: Establishment }),
  example: () => ({ establishment: anExampleEstablishment }),
});
