import {
  anOfficer,
  CompleteProjectDeleted,
  HandoverDiscarded,
  HandoverHeldUp,
  HandoverRejected,
} from '@academies/contracts';
import { approved, arrived, created, started } from '../examples/events.spec.ts';
import { rowAfter } from '../examples/rows.spec.ts';
import { activeInComplete, anApprovedConversion, inComplete } from '../examples/states.spec.ts';

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
    expect(state(waiting, arrived(HandoverHeldUp, { prepareId: '1042', urn: null, attempt: null, at }))).toBe(
      'held up',
    );
    expect(state(waiting, arrived(HandoverHeldUp, { ...rejection, at }), created(inComplete()))).toBe('created');
  });

  it('that service support gave up is rejected with the note, until it is tried again', () => {
    const discarded = arrived(HandoverDiscarded, {
      prepareId: '1042',
      urn: null,
      attempt: null,
      note: 'Sent twice',
      at: rejection.at,
    });
    expect(rowAfter(waiting, discarded)['handover_rejected_reasons']).toBe('Sent twice');
    expect(state(waiting, discarded, approved(anApprovedConversion({ attempts: 2 }), '2026-10-07T10:00:00.000Z'))).toBe(
      'waiting',
    );
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
    expect(
      state(
        waiting,
        created(activeInComplete()),
        gone,
        again,
        created(inComplete({ id: '01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a99' }), 2),
      ),
    ).toBe('created');
  });
});
