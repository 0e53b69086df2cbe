import { type CompleteProject } from '@academies/contracts';
import { dateColumns } from '../filters/narrow-row.ts';
import { approved, created } from '../fixtures/events.spec.ts';
import { rowAfter } from '../fixtures/rows.spec.ts';
import { samples } from '../fixtures/sample-rows.spec.ts';
import { activeInComplete, anApprovedConversion, aTransfer, aTransferInComplete } from '../fixtures/states.spec.ts';
import { columnNames, columns } from './columns.ts';
import type { ColumnKind } from './format.ts';

const done = (answers: Record<string, string | number | boolean | null>) => ({ notApplicable: false, answers });
const notApplicable = (answers = {}) => ({ notApplicable: true, answers });

const oneAcademy = { academies: [{ urn: aTransferInComplete().urn }] };
const conversionInComplete = (differing: Partial<CompleteProject>) =>
  rowAfter(approved(anApprovedConversion()), created(activeInComplete(differing)));
const conversion = (tasks: CompleteProject['tasks']) => conversionInComplete({ tasks });
const transfer = (tasks: CompleteProject['tasks']) =>
  rowAfter(approved(aTransfer(oneAcademy)), created(aTransferInComplete({ tasks })));

describe('Task answers', () => {
  it('of a conversion stand in its row', () =>
    expect(
      conversion({
        risk_protection_arrangement: done({ option: 'church_or_trust', reason: null }),
        sponsored_support_grant: done({ type: 'full_sponsored' }),
        academy_name: done({ name: 'Larkmere Academy' }),
        proposed_capacity: done({ reception_to_year_6: 210, years_7_to_11: 0, year_12_and_above: '' }),
        all_conditions_met: done({ confirmed: true }),
        date_opened: done({ date_opened: '2027-04-01' }),
        declaration_of_expenditure: done({ date_received: '2027-06-02' }),
      }),
    ).toMatchObject({
      risk_protection_arrangement: 'church or trust',
      risk_protection_arrangement_reason: 'not applicable',
      sponsored_grant_type: 'full sponsored',
      confirmed_academy_name: 'Larkmere Academy',
      proposed_capacity_reception_to_year_6: '210',
      proposed_capacity_years_7_to_11: '0',
      proposed_capacity_year_12_and_above: null,
      all_conditions_met: 'yes',
      date_academy_opened: '2027-04-01',
      declaration_of_expenditure_received_date: '2027-06-02',
    }));

  it('say why there is commercial insurance', () =>
    expect(
      conversion({ risk_protection_arrangement: done({ option: 'commercial', reason: '-cheaper' }) }),
    ).toMatchObject({
      risk_protection_arrangement: 'commercial',
      risk_protection_arrangement_reason: "'-cheaper",
    }));

  it('that do not apply say so, whatever was typed before', () =>
    expect(
      conversion({
        proposed_capacity: notApplicable({ reception_to_year_6: 210 }),
        sponsored_support_grant: notApplicable(),
        declaration_of_expenditure: notApplicable(),
      }),
    ).toMatchObject({
      proposed_capacity_reception_to_year_6: 'not applicable',
      sponsored_grant_type: 'voluntary converter - not eligible',
      declaration_of_expenditure_received_date: 'not applicable',
    }));

  it('that were unticked are unconfirmed, not no', () =>
    expect(conversion({ all_conditions_met: done({ confirmed: false }) })['all_conditions_met']).toBe('unconfirmed'));

  it('of a transfer stand in its row', () =>
    expect(
      transfer({
        new_urn_and_record: done({ complete: true, receive: true, give: true }),
        transfer_grant_level: done({ type: 'standard' }),
        financial_information: done({ academy_surplus_deficit: 'surplus', trust_surplus_deficit: null }),
        bank_details: done({ changing: false }),
        authority_to_proceed: done({ confirmed: true }),
        date_transferred: done({ date_transferred: '2027-04-01' }),
      }),
    ).toMatchObject({
      request_new_urn_and_record: 'confirmed',
      transfer_grant_level: 'standard transfer grant',
      academy_surplus_deficit: 'surplus',
      trust_surplus_deficit: 'unconfirmed',
      bank_details_changing: 'no',
      authority_to_proceed: 'yes',
      date_academy_transferred: '2027-04-01',
      all_conditions_met: null,
    }));
});

describe('Contacts', () => {
  const id = (number: number) => `01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a0${number}`;
  const contact = (number: number, differing: Partial<CompleteProject['contacts'][number]>) => ({
    id: id(number),
    category: 'school' as const,
    name: `Person ${number}`,
    role: 'Clerk',
    organisation: null,
    email: `p${number}@example.org`,
    phone: null,
    primary: false,
    ...differing,
  });
  const row = conversionInComplete({
    contacts: [
      contact(1, { name: 'zoe Last', primary: true, phone: '+44 1' }),
      contact(2, { name: 'Adam First', email: null }),
      contact(3, { category: 'local_authority', name: 'Bea' }),
      contact(4, { category: 'local_authority', name: 'Abe' }),
      contact(5, { category: 'incoming_trust', name: 'Cleo', role: 'Executive headteacher' }),
    ],
    keyContacts: { headteacher: id(2), incoming_trust_ceo: id(5), main_contact: id(1) },
  });

  it('are those whom tasks name, with the role that the task gives them', () =>
    expect(row).toMatchObject({
      main_contact_name: 'zoe Last',
      main_contact_role: 'Clerk',
      main_contact_phone: "'+44 1",
      headteacher_contact_name: 'Adam First',
      headteacher_contact_role: 'Headteacher',
      headteacher_contact_email: null,
      incoming_trust_ceo_contact_role: 'CEO',
      chair_of_governors_name: null,
    }));

  it('are the primary ones, and nobody else where none is marked', () =>
    expect(row).toMatchObject({ school_main_contact_name: 'zoe Last', incoming_trust_main_contact_name: null }));

  it('at the local authority are the primary one, else the first by name', () =>
    expect(row).toMatchObject({
      local_authority_contact_name: 'Abe',
      local_authority_contact_email: 'p4@example.org',
    }));

  it('are all of a kind in name order, each in the same place in every column', () =>
    expect(row).toMatchObject({
      academy_contact_name: 'Adam First; zoe Last',
      academy_contact_email: '; p1@example.org',
      academy_contact_phone: '; +44 1',
      other_contact_name: null,
    }));
});

describe('A list of contacts', () => {
  const other = (...names: string[]) =>
    conversionInComplete({
      contacts: names.map((name, index) => ({
        id: `01999c5e-7a10-7c3e-9b1a-3f0c5d2e8b${index}0`,
        category: 'other' as const,
        name,
        role: 'Clerk; treasurer',
        organisation: null,
        email: null,
        phone: null,
        primary: false,
      })),
    });

  it('is in the order of an English reader, no matter of case or accent, then by id', () =>
    expect(other('zoe', 'Éva', 'Ewan', 'eva', 'Adam', 'Ödön')['other_contact_name']).toBe(
      'Adam; Éva; eva; Ewan; Ödön; zoe',
    ));

  it('has what parts its places between them only', () =>
    expect(other('Adam; Bea', 'Zoe')).toMatchObject({
      other_contact_name: 'Adam, Bea; Zoe',
      other_contact_role: 'Clerk, treasurer; Clerk, treasurer',
    }));
});

const looksLike: Readonly<Record<ColumnKind, RegExp>> = {
  identifier: /^[\p{L}\p{N}/_]+$/u,
  date: /^\d{4}-\d\d-\d\d$/,
  money: /^\d+\.\d\d$/,
  count: /^\d+$/,
  percentage: /^\d+(\.\d+)?$/,
  'yes or no': /^(yes|no)$/,
  link: /^https:\/\/\S+$/,
  text: /^(?!\d{4}-\d\d-\d\d$|unconfirmed$|unassigned$)/,
  list: /./,
};

describe('Sample rows', () => {
  it('come out as they did: a column that is new changes nothing but the snapshot, one that comes out differently needs a higher renderingVersion (read-model/fingerprint.ts)', () =>
    expect(samples).toMatchSnapshot());

  it('have something in every column but the one that is always blank', () =>
    expect(columnNames.filter((name) => samples.every((row) => row[name] === null))).toEqual(['mp_address_3']));

  it.each(columns)('say in $name what its kind says, or one of its words ($kind)', ({ name, kind, words }) => {
    const said = samples.flatMap((row) => row[name] ?? []).filter((cell) => !words.includes(cell));
    expect(said.filter((cell) => !looksLike[kind].test(cell))).toEqual([]);
  });

  it('have dates in no column but those that a period may be about, and in each of them', () => {
    const isDate = (cell: string | null | undefined) => /^\d{4}-\d\d-\d\d$/.test(cell ?? '');
    const withDates = columnNames.filter((name) => samples.some((row) => isDate(row[name])));
    expect(withDates.sort()).toEqual(dateColumns.map(({ name }) => name).sort());
  });
});
