import { authorities } from './authorities.ts';
import { constituencies } from './constituencies.ts';
import { placeNumber } from './names.ts';
import type { Row } from './school-row.ts';
import { type InventedTrust, trusts } from './trusts.ts';

/** The rows of the groups: the trusts, and a few groups that are none, as in the real file. */
export const groupRows = (): Row[] => [
  ...trusts.map(trustRow),
  ...Array.from({ length: 20 }, (_, index) => federationRow(index)),
];

const trustRow = (trust: InventedTrust): Row => ({
  'Group UID': trust.groupUid,
  'Group ID': trust.trn,
  'Group Name': trust.name,
  'Companies House Number': trust.companiesHouseNumber,
  'Group Type (code)': trust.typeCode,
  'Group Type': trust.type,
  'Closed Date': trust.closedDate,
  'Group Status': trust.status,
  'Group Contact Street': trust.street,
  'Group Contact Locality': '',
  'Group Contact Address 3': '',
  'Group Contact Town': trust.town,
  'Group Contact County': '',
  'Group Contact Postcode': trust.postcode,
  UKPRN: trust.ukprn,
});

const federationRow = (index: number): Row => ({
  'Group UID': String(9501 + index),
  'Group Name': `The ${placeNumber(index + 300)} Federation`,
  'Group Type (code)': index % 2 ? '01' : '05',
  'Group Type': index % 2 ? 'Federation' : 'School sponsor',
  'Group Status': 'Open',
});

export const constituencyRows = (): Row[] =>
  constituencies.map(({ name, mp }) => ({ constituency: name, name: mp?.name ?? '', email: mp?.email ?? '' }));

/** Local authorities are Complete's; its demo data loads this file. */
export const authorityRows = (): Row[] =>
  authorities.map(({ code, name, street, town, postcode, director }) => ({
    code,
    name,
    address_1: `${name} Civic Centre`,
    address_2: street,
    address_3: '',
    address_town: town,
    address_county: '',
    address_postcode: postcode,
    director_name: director?.name ?? '',
    director_role: director?.role ?? '',
    director_email: director?.email ?? '',
  }));
