import {
  AcademyRemoved,
  anOfficer,
  CompleteProjectDeleted,
  ConstituencyChanged,
  EstablishmentChanged,
  HandoverDiscarded,
  HandoverHeldUp,
  HandoverRejected,
  LocalAuthorityChanged,
  PreparedProjectDeleted,
  TrustChanged,
} from '@academies/contracts';
import { approved, arrived, created, started } from '../examples/events.spec.ts';
import { rowAfter, rowsAfter } from '../examples/rows.spec.ts';
import {
  aConstituency,
  aConversion,
  activeInComplete,
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

describe('A handover', () => {
  const waiting = approved(anApprovedConversion());
  const state = (...events: Parameters<typeof rowAfter>) => rowAfter(...events)['handover_state'];
  const rejection = { prepareId: '1042', urn: '900123', attempt: 1, at: '2026-10-06T14:05:01.000Z' };
  const reasons = [
    { rule: 'one', message: 'The school is closed', mendedOn: null },
    { rule: 'two', message: 'The trust is unknown', mendedOn: null },
  ];
  const rejected = arrived(HandoverRejected, { ...rejection, reasons });

  it('waits for Complete', () => expect(state(waiting)).toBe('waiting'));

  it('is created, whichever of the two topics came first', () => {
    for (const events of [
      [waiting, created(inComplete())],
      [created(inComplete()), waiting],
    ])
      expect(rowAfter(...events)).toMatchObject({
        handover_state: 'created',
        handover_date: '2026-10-06',
        complete_state: 'inactive',
        link_to_project: `https://complete.example/projects/${inComplete().id}`,
      });
  });

  it('is rejected, with every reason', () =>
    expect(rowAfter(waiting, rejected)).toMatchObject({
      handover_state: 'rejected',
      handover_rejected_reasons: 'The school is closed; The trust is unknown',
      complete_state: 'not yet',
    }));

  it('waits again at the next attempt, and an answer to the older one changes nothing', () => {
    const again = approved(anApprovedConversion({ attempts: 2 }), '2026-10-07T10:00:00.000Z');
    expect(state(waiting, rejected, again)).toBe('waiting');
    expect(state(waiting, again, rejected)).toBe('waiting');
  });

  it('ends with a new decision', () =>
    expect(state(waiting, rejected, started(anApprovedConversion({ status: 'declined' })))).toBe('not due'));

  it('is held up, also when nobody could read which academy it was about', () => {
    const at = '2026-10-06T14:05:01.000Z';
    expect(state(waiting, arrived(HandoverHeldUp, { prepareId: '1042', urn: null, attempt: null, at }))).toBe('held up');
    expect(state(waiting, arrived(HandoverHeldUp, { ...rejection, at }), created(inComplete()))).toBe('created');
  });

  it('that service support gave up is rejected with the note, until it is tried again', () => {
    const discarded = arrived(HandoverDiscarded, { prepareId: '1042', urn: null, attempt: null, note: 'Sent twice', at: rejection.at });
    expect(rowAfter(waiting, discarded)['handover_rejected_reasons']).toBe('Sent twice');
    expect(state(waiting, discarded, approved(anApprovedConversion({ attempts: 2 }), '2026-10-07T10:00:00.000Z'))).toBe('waiting');
  });

  it('says when the project was deleted in Complete, and takes its values from Prepare again', () => {
    const gone = arrived(CompleteProjectDeleted, { project: activeInComplete({ state: 'deleted' }), by: anOfficer });
    expect(rowAfter(waiting, created(activeInComplete()), gone)).toMatchObject({
      handover_state: 'deleted in Complete',
      complete_state: 'deleted',
      assigned_to_name: 'unassigned',
      two_requires_improvement: 'unconfirmed',
      link_to_project: null,
    });
    const again = approved(anApprovedConversion({ attempts: 2 }), '2026-11-07T10:00:00.000Z');
    expect(state(waiting, created(activeInComplete()), gone, again)).toBe('waiting');
    expect(state(waiting, created(activeInComplete()), gone, again, created(inComplete({ id: '01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a99' }), 2))).toBe('created');
  });
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

  it('without any reason chosen answers none of the three questions', () => {
    const transfer = { initiatedBy: null, reasons: [], type: null };
    for (const row of rowsAfter(started(aTransfer({ transfer }))))
      expect(row).toMatchObject({ inadequate_ofsted: 'unconfirmed', outgoing_trust_to_close: 'unconfirmed' });
  });

  it('loses the row of an academy that is removed from it', () =>
    expect(
      rowsAfter(
        approved(aTransfer()),
        arrived(AcademyRemoved, { project: aTransfer({ academies: [{ urn: '900201' }] }), urn: '900202', by: anOfficer }),
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
      rowsAfter(started(aConversion()), arrived(PreparedProjectDeleted, { project: aConversion({ deleted: true }), by: anOfficer })),
    ).toEqual([]));
});
