import type { Trust } from '@academies/contracts';
import { codeOf, plainCode, trn, ukprn } from '../values/codes.ts';
import { date } from '../values/dates.ts';
import { needed, text } from '../values/texts.ts';
import { trustType, trustTypeOf } from '../values/trust-types.ts';
import { columnsOf, type FileKind } from './column.ts';

const column = columnsOf<Trust>();
const contact = (part: string) => [`Group Contact ${part}`, `Group ${part}`];

/** `allgroupsdataYYYYMMDD.csv`: every needed column, under its newer and older headers; only trusts are kept. */
export const groups: FileKind<Trust> = {
  name: 'groups',
  words: { one: 'trust', many: 'trusts' },
  key: 'Group UID',
  concerns: (cell) => trustTypeOf(cell('Group Type')) !== null,
  columns: [
    column('Group UID', needed(plainCode), 'groupUid'),
    column('Group ID', trn, 'trn'),
    column('Group Name', needed(text), 'name'),
    column('Companies House Number', codeOf(8), 'companiesHouseNumber'),
    column(['Group Type', 'Group Type (code)'], trustType, 'type'),
    column('Group Status', text, 'status'),
    column('Closed Date', date, 'closedDate'),
    column(contact('Street'), text, 'address.line1'),
    column(contact('Locality'), text, 'address.line2'),
    column(contact('Address 3'), text, 'address.line3'),
    column(contact('Town'), text, 'address.town'),
    column(contact('County'), text, 'address.county'),
    column(contact('Postcode'), text, 'address.postcode'),
    column('UKPRN', ukprn, 'ukprn'),
  ],
};
