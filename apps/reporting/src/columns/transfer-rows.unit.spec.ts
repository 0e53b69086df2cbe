import { AcademyRemoved, anOfficer } from '@academies/contracts';
import { approved, created, received, started, theRegister } from '../fixtures/events.spec.ts';
import { rowAfter, rowsAfter } from '../fixtures/rows.spec.ts';
import { aTransfer, aTransferInComplete } from '../fixtures/states.spec.ts';

describe('A transfer', () => {
  it('has a row for each academy, with its reasons as answers', () => {
    const rows = rowsAfter(...theRegister, approved(aTransfer()));
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
        received(AcademyRemoved, {
          project: aTransfer({ academies: [{ urn: '900201' }] }),
          urn: '900202',
          by: anOfficer,
        }),
      ),
    ).toHaveLength(1));

  it('that asks for no new record says so', () => {
    const tasks = { new_urn_and_record: { notApplicable: true, answers: {} } };
    const { urn } = aTransferInComplete();
    const transfer = approved(aTransfer({ academies: [{ urn }] }));
    expect(rowAfter(transfer, created(aTransferInComplete({ tasks })))).toMatchObject({
      academy_urn: 'not applicable',
      academy_name: 'not applicable',
      request_new_urn_and_record: 'not applicable',
      academy_address_1: null,
    });
  });
});
