import { type Establishment, isAcademy } from '@academies/contracts';
import {
  codeOf,
  columnsOf,
  date,
  decimal,
  type FileKind,
  filled,
  needed,
  optional,
  plainCode,
  present,
  text,
  ukprn,
  urn,
  whole,
} from '@academies/imports';
import { region } from '../values/regions.ts';

const column = columnsOf<Establishment>();

/** `edubasealldataYYYYMMDD.csv`: every needed column (docs/domain/register.md). The other hundred are ignored. */
export const establishments: FileKind<Establishment, 'establishments'> = {
  name: 'establishments',
  words: { one: 'establishment', many: 'establishments' },
  key: 'URN',
  columns: [
    column('URN', needed(urn), 'urn'),
    column('LA (code)', codeOf(3), 'localAuthority.code'),
    column('LA (name)', text, 'localAuthority.name'),
    column('EstablishmentNumber', codeOf(4), 'establishmentNumber'),
    column('EstablishmentName', needed(text), 'name'),
    column('TypeOfEstablishment (code)', codeOf(2), 'type.code'),
    column('TypeOfEstablishment (name)', text, 'type.name'),
    column('EstablishmentTypeGroup (name)', text, 'typeGroup'),
    optional(column('FurtherEducationType (name)', text, 'furtherEducationType')),
    column('EstablishmentStatus (code)', needed(plainCode), 'status.code'),
    column('EstablishmentStatus (name)', text, 'status.name'),
    column('OpenDate', date, 'openDate'),
    column('CloseDate', date, 'closeDate'),
    column('PhaseOfEducation (code)', plainCode, 'phase.code'),
    column('PhaseOfEducation (name)', text, 'phase.name'),
    column('StatutoryLowAge', whole, 'lowAge'),
    column('StatutoryHighAge', whole, 'highAge'),
    column('Diocese (code)', codeOf(4), 'diocese.code'),
    column('Diocese (name)', text, 'diocese.name'),
    column('SchoolCapacity', whole, 'capacity'),
    column('NumberOfPupils', whole, 'pupils'),
    column('PercentageFSM', decimal, 'percentageFreeSchoolMeals'),
    column('Trusts (code)', plainCode, 'trust.code'),
    column('Trusts (name)', text, 'trust.name'),
    column('UKPRN', ukprn, 'ukprn'),
    column('Street', filled, 'address.line1'),
    column('Locality', filled, 'address.line2'),
    column('Address3', filled, 'address.line3'),
    column('Town', filled, 'address.town'),
    column('County (name)', filled, 'address.county'),
    column('Postcode', filled, 'address.postcode'),
    column('SchoolWebsite', filled, 'website'),
    column('TelephoneNum', filled, 'telephone'),
    column('HeadTitle (name)', filled, 'head.title'),
    column('HeadFirstName', filled, 'head.firstName'),
    column('HeadLastName', filled, 'head.lastName'),
    column('HeadPreferredJobTitle', filled, 'head.jobTitle'),
    column('GOR (code)', region, 'region'),
    present('GOR (name)'),
    column('ParliamentaryConstituency (code)', plainCode, 'constituency.code'),
    column('ParliamentaryConstituency (name)', text, 'constituency.name'),
  ],
  oddities: ({ type, typeGroup, status }) => [
    ...(type.code && !typeCodes.has(type.code) && !isAcademy({ type, typeGroup })
      ? [`TypeOfEstablishment (code) ${type.code} is not in the register's list of types`]
      : []),
    ...(['1', '2', '3', '4'].includes(status.code ?? '')
      ? []
      : [`EstablishmentStatus (code) ${status.code} is not in the register's list of statuses`]),
  ],
  finish: (school) => ({
    ...school,
    localAuthority: school.localAuthority.code === '000' ? none : school.localAuthority,
    constituency: school.constituency.code === '999999999' ? none : school.constituency,
  }),
};

/** GIAS writes 000 "Does not apply" and 999999999 "Not applicable" where there is none. */
const none = { code: null, name: null };

/** Types of the register that are no academies; those are known by their codes and their groups. */
const typeCodes = new Set(
  [1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 14, 15, 18, 24, 25, 26, 27, 29, 30, 31, 32, 37, 47, 48, 49, 56].map((code) =>
    String(code).padStart(2, '0'),
  ),
);
