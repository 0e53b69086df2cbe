import { regions, teams } from '@academies/contracts';
import { anyOf, type Filter, type NarrowColumn, oneOf } from './filter.ts';

const identifier = /^[A-Za-z0-9_/.-]{1,40}$/;
const email = /^(unassigned|[^\s,@]{1,100}@[^\s,@]{1,100})$/;

/** The numbers of both trusts of a row, so that one filter finds who joins and who leaves, whatever number is at hand. */
const trustNumbers = [
  ...['incoming_trust_ukprn', 'incoming_trust_reference_number'],
  ...['outgoing_trust_ukprn', 'outgoing_trust_reference_number'],
];
const trusts: NarrowColumn = {
  name: 'trusts',
  type: 'text[]',
  value: (cell) => trustNumbers.map(cell).filter((number) => number !== null && identifier.test(number)) as string[],
  sql: `array[${trustNumbers.join(', ')}]`,
};

const mat: NarrowColumn = {
  name: 'mat',
  type: 'text',
  value: (cell) => cell('conversion_type') ?? cell('transfer_type'),
  sql: 'coalesce(conversion_type, transfer_type)',
};

const hold: NarrowColumn = {
  name: 'hold',
  type: 'text',
  value: (cell) => (cell('on_hold_since') ? 'yes' : 'no'),
  sql: `case when on_hold_since is null then 'no' else 'yes' end`,
};

/** Whether the register has given a number to the new academy yet. */
const academyNumber: NarrowColumn = {
  name: 'academy_number',
  type: 'text',
  value: (cell) => {
    const urn = cell('academy_urn');
    return urn && /^\d+$/.test(urn) ? 'known' : urn;
  },
  sql: `case when academy_urn ~ '^[0-9]+$' then 'known' else academy_urn end`,
};

/** Every filter of an own choice, in the order of its page: those of Prepare's and Complete's lists are among them. */
export const filters: readonly Filter[] = [
  oneOf('kind', { label: 'Conversions or transfers', column: 'project_type', words: ['Conversion', 'Transfer'] }),
  oneOf('state', {
    label: 'State in Complete',
    column: 'complete_state',
    words: ['not yet', 'inactive', 'active', 'completed', 'DAO revoked', 'deleted'],
  }),
  oneOf('status', {
    label: 'Status in Prepare',
    column: 'prepare_status',
    words: ['pre decision', 'approved', 'approved with conditions', 'declined', 'deferred', 'withdrawn', 'DAO revoked'],
  }),
  oneOf('handover', {
    label: 'Handover',
    column: 'handover_state',
    words: ['not due', 'waiting', 'held up', 'created', 'rejected', 'deleted in Complete'],
  }),
  oneOf('confirmed', {
    label: 'Conversion or transfer date',
    column: 'significant_date_confirmed',
    words: { provisional: ['no', 'Provisional'], confirmed: ['yes', 'Confirmed'] },
  }),
  oneOf('mat', {
    label: 'Joining or forming a MAT',
    column: mat,
    words: { joining: ['joining a MAT', 'Joining a MAT'], forming: ['forming a MAT', 'Forming a MAT'] },
  }),
  oneOf('route', { label: 'Route of a conversion', column: 'prepare_route', words: ['voluntary', 'sponsored'] }),
  oneOf('region', { label: 'Region', column: 'region', words: Object.values(regions.table) }),
  oneOf('team', {
    label: 'Team',
    column: 'managing_team',
    words: [...Object.values(teams.table), 'unassigned'],
  }),
  oneOf('hold', {
    label: 'On hold',
    column: hold,
    words: { yes: ['yes', 'On hold'], no: ['no', 'Not on hold'] },
  }),
  oneOf('academy-urn', {
    label: 'Academy URN',
    column: academyNumber,
    words: { known: ['known', 'Known'], unconfirmed: ['unconfirmed', 'Not known yet'] },
  }),
  anyOf('authority', {
    label: 'Local authority',
    column: 'local_authority_code',
    named: 'local_authority_name',
    shape: /^\d{3,4}$/,
    takes: 'codes of local authorities, like 213',
  }),
  anyOf('person', {
    label: 'Assigned to in Complete',
    column: 'assigned_to_email',
    named: 'assigned_to_name',
    shape: email,
    takes: 'e-mail addresses, or unassigned',
  }),
  anyOf('officer', {
    label: 'Assigned to in Prepare',
    column: 'prepare_assigned_to_email',
    named: 'prepare_assigned_to_name',
    shape: email,
    takes: 'e-mail addresses, or unassigned',
  }),
  anyOf('added-by', {
    label: 'Added to Complete by',
    column: 'project_created_by_email',
    named: 'project_created_by_name',
    shape: email,
    takes: 'e-mail addresses',
  }),
  anyOf('trust', {
    label: 'Trust, joined or left',
    column: trusts,
    shape: /^(\d{8}|TR\d{5})$/,
    takes: 'UKPRNs of eight digits, or TRNs like TR01234',
  }),
  anyOf('group', {
    label: 'Group of projects',
    column: 'group_reference',
    shape: /^GRP_\d{8}$/,
    takes: 'group references, like GRP_00000012',
  }),
];
