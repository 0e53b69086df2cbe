import { transferInitiators, transferReasons, transferTypes } from '@academies/contracts';
import { date, number, text, emailOf, inWords, joined, nameOf, unassigned, yesNo } from './cell.ts';
import { column, group } from './column.ts';
import { format } from './format.ts';
import { as, from } from './sources.ts';

/** What Prepare knows of the case. */
export const prepareColumns = group('prepare', [
  column('prepare_assigned_to_name', {
    heading: 'Assigned to in Prepare',
    meaning: 'The delivery officer who builds the case.',
    source: from.prepare,
    format: 'text; `unassigned`',
    cell: ({ prepared }) => nameOf(prepared?.assignedTo ?? null) ?? unassigned,
  }),
  column('prepare_assigned_to_email', {
    heading: 'Assigned to email in Prepare',
    meaning: 'The e-mail address of that delivery officer.',
    source: from.prepare,
    format: 'text; `unassigned`',
    cell: ({ prepared }) => emailOf(prepared?.assignedTo ?? null) ?? unassigned,
  }),
  column('prepare_route', {
    heading: 'Route (voluntary or sponsored)',
    meaning: 'Whether the school applied to convert, or is to convert with a sponsor by order.',
    source: from.prepare,
    format: '`voluntary` or `sponsored`',
    of: 'conversion',
    cell: ({ prepared }) => text(prepared?.route),
  }),
  column('part_of_pfi_scheme', {
    heading: 'Part of PFI scheme',
    meaning: 'Whether a private finance contract is tied to the buildings.',
    source: from.prepare,
    format: format('yes or no', '`yes`, `no`, `unconfirmed`'),
    cell: ({ prepared }) => yesNo(prepared?.partOfPfiScheme),
  }),
  column('proposed_conversion_date', {
    heading: 'Proposed conversion date',
    meaning: 'The conversion date that Prepare proposes now.',
    source: from.prepare,
    format: as.date,
    of: 'conversion',
    cell: ({ prepared }) => date(prepared?.proposedDate),
  }),
  column('proposed_transfer_date', {
    heading: 'Proposed transfer date',
    meaning: 'The transfer date that Prepare proposes now.',
    source: from.prepare,
    format: as.date,
    of: 'transfer',
    cell: ({ prepared }) => date(prepared?.proposedDate),
  }),
  column('transfer_initiated_by', {
    heading: 'Who initiated the transfer',
    meaning: 'Who asked for the transfer first.',
    source: from.prepare,
    format: 'in words',
    of: 'transfer',
    cell: ({ prepared }) =>
      text(prepared?.transfer?.initiatedBy && transferInitiators.say(prepared.transfer.initiatedBy)),
  }),
  column('transfer_reasons', {
    heading: 'Reasons for transfer',
    meaning: 'Every reason that was given for the transfer.',
    source: from.prepare,
    format: format('list', 'in words, joined with `; `'),
    of: 'transfer',
    cell: ({ prepared }) => joined((prepared?.transfer?.reasons ?? []).map(transferReasons.say)),
  }),
  column('type_of_transfer', {
    heading: 'Type of transfer',
    meaning: 'What happens between the two trusts.',
    source: from.prepare,
    format: 'in words',
    of: 'transfer',
    cell: ({ prepared }) => text(prepared?.transfer?.type && transferTypes.say(prepared.transfer.type)),
  }),
  column('grant_type', {
    heading: 'Grant type in Prepare',
    meaning: 'The kind of support grant that is planned.',
    source: from.prepare,
    format: '`fast track`, `intermediate`, `full`; blank if none',
    cell: ({ prepared }) => text(prepared?.grant.type && inWords(prepared.grant.type)),
  }),
  column('grant_amount', {
    heading: 'Grant amount in Prepare',
    meaning: 'The support grant that is planned, in pounds.',
    source: from.prepare,
    format: format('money', 'whole pounds and pence, as in 25000.00; blank if none'),
    cell: ({ prepared }) => number(inPounds(prepared?.grant.pence ?? null)),
  }),
]);

/** Pence as pounds with two decimals, without floating point. */
function inPounds(pence: number | null): string | null {
  if (pence === null) return null;
  const digits = String(pence).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
