import { z } from 'zod';
import { defineEvent } from '../event/event.ts';
import { Address } from '../values/people.ts';
import { IsoDate } from '../values/dates.ts';
import { Ukprn, Urn } from '../values/identifiers.ts';
import { regions } from '../vocabulary/regions.ts';

const text = z.string().nullable();
const coded = z.object({ code: text, name: text });

/** A school or academy as the register has it (docs/domain/register.md). What the extract leaves empty is null. */
export const Establishment = z.object({
  urn: Urn,
  name: z.string().min(1),
  localAuthority: coded,
  establishmentNumber: text,
  type: coded,
  typeGroup: text,
  /** What kind of college it is, `Sixth form college`; null also where the register's file has no such column. */
  furtherEducationType: text.default(null),
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

/** Academies in law, free schools, university technical colleges and studio schools among them: they never convert. */
export const academyTypeCodes = [
  '28',
  '33',
  '34',
  '35',
  '36',
  '38',
  '39',
  '40',
  '41',
  '42',
  '43',
  '44',
  '45',
  '46',
  '57',
];
/** Groups of types by which a new code is known as an academy's. */
export const academyTypeGroups = ['academies', 'free schools'];
/** Community, voluntary and foundation schools, community and foundation special ones, pupil referral units. */
export const convertingTypeCodes = ['01', '02', '03', '05', '07', '12', '14'];
/** Colleges convert where they are sixth form colleges. */
export const collegeTypeCode = '18';

type Kind = Pick<Establishment, 'name' | 'type' | 'typeGroup' | 'furtherEducationType'>;

/** Whether a school is an academy in law, which can transfer and never converts (docs/domain/register.md, "Kinds of school"). */
export const isAcademy = ({ type, typeGroup }: Pick<Kind, 'type' | 'typeGroup'>): boolean =>
  academyTypeCodes.includes(type.code ?? '') || academyTypeGroups.includes((typeGroup ?? '').toLowerCase());

/** Why a school of this kind cannot become an academy, with its type named; undefined when it can. */
export function whyNotConvert(school: Kind): string | undefined {
  const { name, type, furtherEducationType: college } = school;
  const typeName = type.name ?? 'unknown';
  if (isAcademy(school)) return `${name} is an academy already: its type in the register is ${typeName}`;
  if (convertingTypeCodes.includes(type.code ?? '')) return undefined;
  if (type.code !== collegeTypeCode) return `${name} cannot convert: its type in the register is ${typeName}`;
  if (college === null)
    return `${name} cannot convert: only a sixth form college can, and the register file does not say which kind of college it is`;
  return /^sixth form/i.test(college) ? undefined : `${name} cannot convert: it is a ${college}`;
}

/** Open, or open but proposed to close (docs/domain/handover.md, rule 1). */
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
  furtherEducationType: null,
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
