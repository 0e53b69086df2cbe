import type { Establishment } from '@academies/contracts';
import { codeOf, plainCode, ukprn, urn } from '../values/codes.ts';
import { date } from '../values/dates.ts';
import { decimal, whole } from '../values/numbers.ts';
import { region } from '../values/regions.ts';
import { needed, text } from '../values/texts.ts';
import { columnsOf, type FileKind, present } from './column.ts';

const column = columnsOf<Establishment>();

/** `edubasealldataYYYYMMDD.csv`: every needed column (domain/register.md). The other hundred are ignored. */
export const establishments: FileKind<Establishment> = {
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
    column('EstablishmentStatus (code)', plainCode, 'status.code'),
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
    column('Street', text, 'address.line1'),
    column('Locality', text, 'address.line2'),
    column('Address3', text, 'address.line3'),
    column('Town', text, 'address.town'),
    column('County (name)', text, 'address.county'),
    column('Postcode', text, 'address.postcode'),
    column('SchoolWebsite', text, 'website'),
    column('TelephoneNum', text, 'telephone'),
    column('HeadTitle (name)', text, 'head.title'),
    column('HeadFirstName', text, 'head.firstName'),
    column('HeadLastName', text, 'head.lastName'),
    column('HeadPreferredJobTitle', text, 'head.jobTitle'),
    column('GOR (code)', region, 'region'),
    present('GOR (name)'),
    column('ParliamentaryConstituency (code)', plainCode, 'constituency.code'),
    column('ParliamentaryConstituency (name)', text, 'constituency.name'),
  ],
  finish: (school) => ({
    ...school,
    localAuthority: school.localAuthority.code === '000' ? none : school.localAuthority,
    constituency: school.constituency.code === '999999999' ? none : school.constituency,
  }),
};

/** GIAS writes 000 "Does not apply" and 999999999 "Not applicable" where there is none. */
const none = { code: null, name: null };
