import {
  anOfficer,
  CompleteProjectDeleted,
  CompleteProjectRepublished,
  type EventDefinition,
  eventOfType,
  HandoverDiscarded,
  HandoverHeldUp,
  HandoverRejected,
  type HandoverState,
} from '@academies/contracts';
import { approvalOf, caseProject, caseUrns, type HandoverCase, handoverCases } from '@academies/handover/cases';
import { approved, received, created, started } from '../fixtures/events.spec.ts';
import { rowAfter, rowsAfter } from '../fixtures/rows.spec.ts';
import { aConversion, activeInComplete, anApprovedConversion, aTransfer, inComplete } from '../fixtures/states.spec.ts';

describe('A handover', () => {
  const waiting = approved(anApprovedConversion(), { id: '01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a55' });
  const state = (...events: Parameters<typeof rowAfter>) => rowAfter(...events)['handover_state'];
  const approval = waiting.id;
  const rejection = { prepareId: '1042', urn: '900123', attempt: 1, at: '2026-10-06T14:05:01.000Z' };
  const reasons = [
    { rule: 'one', message: 'The school is closed', fixOn: null },
    { rule: 'two', message: 'The trust is unknown', fixOn: null },
  ];
  const rejected = received(HandoverRejected, { ...rejection, reasons });

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
    const again = approved(anApprovedConversion({ attempts: 2 }), { time: '2026-10-07T10:00:00.000Z' });
    expect(state(waiting, rejected, again)).toBe('waiting');
    expect(state(waiting, again, rejected)).toBe('waiting');
  });

  it('ends with a new decision', () =>
    expect(state(waiting, rejected, started(anApprovedConversion({ status: 'declined' })))).toBe('not due'));

  it('is held up, also when nobody could read which academy it was about', () => {
    const at = '2026-10-06T14:05:01.000Z';
    expect(
      state(waiting, received(HandoverHeldUp, { prepareId: '1042', urn: null, attempt: null, approval, at })),
    ).toBe('held up');
    expect(state(waiting, received(HandoverHeldUp, { ...rejection, approval, at }), created(inComplete()))).toBe(
      'created',
    );
  });

  it('that service support gave up is rejected with the note, until it is tried again', () => {
    const discarded = received(HandoverDiscarded, {
      prepareId: '1042',
      urn: null,
      attempt: null,
      approval,
      note: 'Sent twice',
      at: rejection.at,
    });
    expect(rowAfter(waiting, discarded)['handover_rejected_reasons']).toBe('Sent twice');
    expect(
      state(waiting, discarded, approved(anApprovedConversion({ attempts: 2 }), { time: '2026-10-07T10:00:00.000Z' })),
    ).toBe('waiting');
  });

  it('says when the project was deleted in Complete, and takes its values from Prepare again', () => {
    const gone = received(CompleteProjectDeleted, { project: activeInComplete({ state: 'deleted' }), by: anOfficer });
    expect(rowAfter(waiting, created(activeInComplete()), gone)).toMatchObject({
      handover_state: 'deleted in Complete',
      complete_state: 'deleted',
      assigned_to_name: 'unassigned',
      two_requires_improvement: 'unconfirmed',
      link_to_project: null,
    });
    const again = approved(anApprovedConversion({ attempts: 2 }), { time: '2026-11-07T10:00:00.000Z' });
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

describe('The handover of an academy', () => {
  const inWords: Partial<Record<HandoverState, string>> = {
    not_due: 'not due',
    held_up: 'held up',
    deleted: 'deleted in Complete',
  };
  const transfer = (urns: readonly string[], attempts: number) =>
    aTransfer({ id: caseProject, academies: urns.map((urn) => ({ urn })), attempts });
  const ofPrepare = ({ attempts, counted = attempts.length, status }: HandoverCase) => [
    ...attempts.map((urns, index) => approved(transfer(urns, index + 1), { id: approvalOf(index + 1) })),
    started({ ...transfer(caseUrns, counted), status }),
  ];
  const ofComplete = ({ events }: HandoverCase) =>
    events.map(({ type, value }) => received(eventOfType(type) as EventDefinition, value));

  it.each(handoverCases.map((each) => [each.name, each] as const))('%s', (_, each) => {
    const states = Object.entries(each.states).map(([urn, state]) => [urn, inWords[state] ?? state]);
    for (const events of [
      [...ofPrepare(each), ...ofComplete(each)],
      [...ofComplete(each), ...ofPrepare(each)],
    ])
      expect(
        rowsAfter(...events)
          .map((row) => [row['school_urn'], row['handover_state']])
          .sort(),
      ).toEqual(states);
  });
});

describe('An effect whose cause is still on its way', () => {
  const project = { complete_state: 'active', link_to_project: expect.stringContaining('https://complete') };

  it('is no row before anything of Prepare has come', () => expect(rowsAfter(created(activeInComplete()))).toEqual([]));

  it('stands in no row before the approval of its attempt', () => {
    const before = [started(aConversion()), created(activeInComplete())];
    expect(rowAfter(...before)).toMatchObject({
      prepare_status: 'pre decision',
      complete_state: 'not yet',
      handover_state: 'not due',
      handover_date: null,
      link_to_project: null,
    });
    expect(rowAfter(...before, approved(anApprovedConversion()))).toMatchObject({
      prepare_status: 'approved with conditions',
      handover_state: 'created',
      ...project,
    });
  });

  it('waits for the second attempt, when it answers the second', () => {
    const first = [approved(anApprovedConversion()), received(HandoverRejected, rejectedOnce)];
    const rejected = { handover_state: 'rejected', complete_state: 'not yet' };
    expect(rowAfter(...first, created(activeInComplete(), 2))).toMatchObject(rejected);
    const again = approved(anApprovedConversion({ attempts: 2 }));
    expect(rowAfter(...first, created(activeInComplete(), 2), again)).toMatchObject(project);
  });

  it('is there at once when its approval came long ago and the state is only sent again', () =>
    expect(
      rowAfter(started(anApprovedConversion()), received(CompleteProjectRepublished, { project: activeInComplete() })),
    ).toMatchObject(project));
});

const rejectedOnce = {
  prepareId: '1042',
  urn: '900123',
  attempt: 1,
  reasons: [{ rule: 'one', message: 'The school is closed', fixOn: null }],
  at: '2026-10-06T14:05:01.000Z',
};
