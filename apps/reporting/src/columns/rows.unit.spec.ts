import {
  AcademyRemoved,
  anOfficer,
  ConstituencyChanged,
  EstablishmentChanged,
  LocalAuthorityChanged,
  PreparedProjectDeleted,
  TrustChanged,
} from '@academies/contracts';
import { approved, arrived, created, started } from '../examples/events.spec.ts';
import { rowAfter, rowsAfter } from '../examples/rows.spec.ts';
import {
  aConstituency,
  aConversion,
  anApprovedConversion,
  anAuthority,
  aSchool,
  aTransfer,
  aTransferInComplete,
  aTrust,
  inComplete,
} from '../examples/states.spec.ts';

const register = [
  arrived(EstablishmentChanged, { establishment: aSchool() }),
  arrived(TrustChanged, { trust: aTrust() }),
  arrived(ConstituencyChanged, { constituency: aConstituency() }),
  arrived(LocalAuthorityChanged, { localAuthority: anAuthority(), by: anOfficer }),
];

describe('A conversion before its decision', () => {
  const row = rowAfter(...register, started(aConversion()));

  it('is there from the first day, with what Prepare and the register know', () =>
    expect(row).toMatchObject({
      project_reference: '1042/900123',
      project_type: 'Conversion',
      conversion_type: 'joining a MAT',
      academy_order_type: 'academy order',
      school_name: 'Larkmere Primary School',
      school_dfe_number: '911/2042',
      school_age_range: '5 - 11',
      headteacher_in_register: 'Ms Petra Lindley',
      region: 'London',
      incoming_trust_name: 'Larkmere Learning Trust',
      incoming_trust_reference_number: 'TR90042',
      local_authority_address_1: 'Civic House',
      director_of_childrens_services_name: 'Odette Farrow',
      mp_name: 'Bea Holloway',
      mp_address_postcode: 'SW1A 0AA',
      provisional_conversion_date: '2027-04-01',
      significant_date: '2027-04-01',
      significant_date_confirmed: 'no',
      prepare_status: 'pre decision',
      grant_amount: '25000.00',
      link_to_prepare_project: 'https://prepare.example/projects/1042',
    }));

  it('says what is not known yet in the words of the dictionary', () =>
    expect(row).toMatchObject({
      complete_state: 'not yet',
      handover_state: 'not due',
      managing_team: 'unassigned',
      assigned_to_name: 'unassigned',
      assigned_to_email: 'unassigned',
      two_requires_improvement: 'unconfirmed',
      confirmed_conversion_date: 'unconfirmed',
      date_academy_opened: 'unconfirmed',
      academy_name: 'unconfirmed',
      academy_urn: 'unconfirmed',
      academy_ukprn: 'unconfirmed',
      risk_protection_arrangement: 'unconfirmed',
      risk_protection_arrangement_reason: 'not applicable',
      sponsored_grant_type: 'unconfirmed',
      all_conditions_met: 'unconfirmed',
      declaration_of_expenditure_received_date: 'unconfirmed',
      directive_academy_order_revoked: 'not applicable',
      directive_academy_order_pack_date: 'not applicable',
    }));

  it('leaves blank what does not concern it, or is simply not there', () => {
    for (const name of [
      'transfer_type',
      'inadequate_ofsted',
      'outgoing_trust_to_close',
      'outgoing_trust_name',
      'confirmed_transfer_date',
      'authority_to_proceed',
      'request_new_urn_and_record',
      'transfer_reasons',
      'advisory_board_date',
      'decision_date',
      'link_to_project',
      'academy_dfe_number',
      'main_contact_name',
      'proposed_capacity_years_7_to_11',
      'handover_date',
    ])
      expect([name, row[name]]).toEqual([name, null]);
  });

  it('never says no to a question that nobody has answered', () =>
    expect(rowAfter(started(aConversion({ partOfPfiScheme: null })))['part_of_pfi_scheme']).toBe('unconfirmed'));
});

describe('A school or trust that the register lacks', () => {
  it('leaves its cells blank', () =>
    expect(rowAfter(started(aConversion()))).toMatchObject({
      school_urn: '900123',
      school_name: null,
      region: null,
      incoming_trust_ukprn: '19000042',
      incoming_trust_name: null,
      local_authority_code: null,
      mp_address_1: null,
    }));
});

describe('Forming a MAT', () => {
  const forming = { ukprn: null, trn: 'TR90077', name: '=New Trust' };

  it('takes the proposed trust until there is a UKPRN', () =>
    expect(rowAfter(...register, started(aConversion({ formingAMat: true, incomingTrust: forming })))).toMatchObject({
      conversion_type: 'forming a MAT',
      incoming_trust_name: "'=New Trust",
      incoming_trust_reference_number: 'TR90077',
      incoming_trust_ukprn: null,
      incoming_trust_address_1: null,
    }));

  it('takes the register as soon as there is one', () =>
    expect(
      rowAfter(
        ...register,
        approved(anApprovedConversion({ formingAMat: true, incomingTrust: forming })),
        created(inComplete({ formingAMat: true, incomingTrust: { ...forming, ukprn: '19000042' } })),
      )['incoming_trust_name'],
    ).toBe('Larkmere Learning Trust'));
});

describe('A transfer', () => {
  it('has a row for each academy, with its reasons as answers', () => {
    const rows = rowsAfter(...register, approved(aTransfer()));
    expect(rows.map((row) => row['project_reference'])).toEqual(['1043/900201', '1043/900202']);
    for (const row of rows)
      expect(row).toMatchObject({
        transfer_type: 'joining a MAT',
        conversion_type: null,
        academy_order_type: 'not applicable',
        directive_academy_order_revoked: 'not applicable',
        academy_order_date: null,
        inadequate_ofsted: 'no',
        financial_safeguarding_governance_issues: 'yes',
        outgoing_trust_to_close: 'yes',
        transfer_reasons: 'Finance concerns; Outgoing trust is closing',
        risk_protection_arrangement: null,
        academy_urn: 'unconfirmed',
      });
  });

  it('is not due for an academy that came to it after the approval', () => {
    const rows = rowsAfter(
      approved(aTransfer({ academies: [{ urn: '900201' }] })),
      started(aTransfer({ academies: [{ urn: '900201' }, { urn: '900202' }] })),
    );
    expect(rows.map((row) => row['handover_state'])).toEqual(['waiting', 'not due']);
  });

  it('without any reason chosen answers none of the three questions', () => {
    const transfer = { initiatedBy: null, reasons: [], type: null };
    for (const row of rowsAfter(started(aTransfer({ transfer }))))
      expect(row).toMatchObject({ inadequate_ofsted: 'unconfirmed', outgoing_trust_to_close: 'unconfirmed' });
  });

  it('loses the row of an academy that is removed from it', () =>
    expect(
      rowsAfter(
        approved(aTransfer()),
        arrived(AcademyRemoved, {
          project: aTransfer({ academies: [{ urn: '900201' }] }),
          urn: '900202',
          by: anOfficer,
        }),
      ),
    ).toHaveLength(1));

  it('that asks for no new record says so', () => {
    const tasks = { new_urn_and_record: { notApplicable: true, answers: {} } };
    expect(rowAfter(created(aTransferInComplete({ tasks })))).toMatchObject({
      academy_urn: 'not applicable',
      academy_name: 'not applicable',
      request_new_urn_and_record: 'not applicable',
      academy_address_1: null,
    });
  });
});

describe('A project that is deleted before its decision', () => {
  it('leaves no row', () =>
    expect(
      rowsAfter(
        started(aConversion()),
        arrived(PreparedProjectDeleted, { project: aConversion({ deleted: true }), by: anOfficer }),
      ),
    ).toEqual([]));
});
