import { standingOf, type Trust } from '@academies/contracts';
import {
  codeOf,
  columnsOf,
  date,
  type FileKind,
  filled,
  needed,
  plainCode,
  text,
  trn,
  ukprn,
} from '@academies/imports';
import { isTrust, trustType } from '../values/trust-types.ts';

const column = columnsOf<Trust>();
const contact = (part: string) => [`Group Contact ${part}`, `Group ${part}`];

/** `allgroupsdataYYYYMMDD.csv`: every needed column, under its newer and older headers; only trusts are kept. */
export const groups: FileKind<Trust, 'groups'> = {
  name: 'groups',
  words: { one: 'trust', many: 'trusts' },
  key: 'Group UID',
  concerns: { header: 'Group Type', takes: isTrust },
  oddities: (trust) =>
    standingOf(trust) === 'unknown' ? [`Group Status "${trust.status}" is not in the register's list of statuses`] : [],
  columns: [
    column('Group UID', needed(plainCode), 'groupUid'),
    column('Group ID', trn, 'trn'),
    column('Group Name', needed(text), 'name'),
    column('Companies House Number', codeOf(8), 'companiesHouseNumber'),
    column(['Group Type', 'Group Type (code)'], needed(trustType), 'type'),
    column('Group Status', needed(text), 'status'),
    column('Closed Date', date, 'closedDate'),
    column(contact('Street'), filled, 'address.line1'),
    column(contact('Locality'), filled, 'address.line2'),
    column(contact('Address 3'), filled, 'address.line3'),
    column(contact('Town'), filled, 'address.town'),
    column(contact('County'), filled, 'address.county'),
    column(contact('Postcode'), filled, 'address.postcode'),
    column('UKPRN', ukprn, 'ukprn'),
  ],
};
