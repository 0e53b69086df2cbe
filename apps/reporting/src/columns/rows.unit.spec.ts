import { anOfficer, EstablishmentChanged, PreparedProjectDeleted } from '@academies/contracts';
import { approved, created, received, started, theRegister } from '../fixtures/events.spec.ts';
import { rowAfter, rowsAfter } from '../fixtures/rows.spec.ts';
import { aConversion, anApprovedConversion, aSchool, inComplete } from '../fixtures/states.spec.ts';

describe('A conversion before its decision', () => {
  const row = rowAfter(...theRegister, started(aConversion()));

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
    expect(rowAfter(...theRegister, started(aConversion({ formingAMat: true, incomingTrust: forming })))).toMatchObject(
      {
        conversion_type: 'forming a MAT',
        incoming_trust_name: "'=New Trust",
        incoming_trust_reference_number: 'TR90077',
        incoming_trust_ukprn: null,
        incoming_trust_address_1: null,
      },
    ));

  it('takes the register as soon as there is one', () =>
    expect(
      rowAfter(
        ...theRegister,
        approved(anApprovedConversion({ formingAMat: true, incomingTrust: forming })),
        created(inComplete({ formingAMat: true, incomingTrust: { ...forming, ukprn: '19000042' } })),
      )['incoming_trust_name'],
    ).toBe('Larkmere Learning Trust'));
});

describe('A project that is deleted before its decision', () => {
  it('leaves no row', () =>
    expect(
      rowsAfter(
        started(aConversion()),
        received(PreparedProjectDeleted, { project: aConversion({ deleted: true }), by: anOfficer }),
      ),
    ).toEqual([]));
});

describe('What the register writes where it knows nothing', () => {
  it('is blank, so that no letter is addressed to it', () => {
    const school = aSchool({
      diocese: { code: '0000', name: 'Not applicable' },
      localAuthority: { code: '000', name: 'Does not apply' },
      head: { title: 'Not recorded', firstName: 'Not recorded', lastName: 'Not recorded', jobTitle: null },
      address: { ...aSchool().address, line2: 'Not recorded', county: 'Not recorded' },
    });
    expect(rowAfter(received(EstablishmentChanged, { establishment: school }), started(aConversion()))).toMatchObject({
      school_name: school.name,
      diocese_name: null,
      local_authority_name: null,
      local_authority_code: null,
      school_dfe_number: null,
      headteacher_in_register: null,
      school_address_1: school.address.line1,
      school_address_2: null,
      school_address_county: null,
    });
  });
});
