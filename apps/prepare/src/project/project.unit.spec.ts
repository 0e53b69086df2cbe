import fc from 'fast-check';
import {
  aConversion,
  aCreated,
  anAnswer,
  anApproved,
  aReason,
  aRejected,
  aTransfer,
  inComplete,
} from './fixtures.spec.ts';
import { academiesOf, type Handover, type Project } from './project.ts';

const [first, second] = ['900201', '900202'] as const;
const statesOf = (project: Project) => academiesOf(project).map(({ state }) => state);
const transfer = (handover: Partial<Handover>, attempts = 1) => anApproved(aTransfer(), handover, { attempts });

describe('The handover of an academy', () => {
  it('is not due before an approval', () => expect(statesOf(aConversion())).toEqual(['not_due']));
  it('waits until Complete answers', () => expect(statesOf(anApproved())).toEqual(['waiting']));
  it('is created, and names that very project', () =>
    expect(academiesOf(aCreated())).toMatchObject([{ state: 'created', project: { id: inComplete().id } }]));
  it('is rejected with every reason', () => {
    const reasons = [aReason('incoming-trust'), aReason('school')];
    expect(academiesOf(anApproved(aConversion(), { answers: [anAnswer({ reasons })] }))).toMatchObject([
      { state: 'rejected', reasons },
    ]);
  });
  it('is held up while service support has it', () =>
    expect(statesOf(anApproved(aConversion(), { answers: [anAnswer({ says: 'held_up' })] }))).toEqual(['held_up']));
  it('is deleted once the project of this attempt is', () =>
    expect(
      statesOf(
        anApproved(aConversion(), {
          answers: [anAnswer({ says: 'created' })],
          inComplete: [inComplete({ state: 'deleted' })],
        }),
      ),
    ).toEqual(['deleted']));
  it.each(['active', 'completed', 'dao_revoked'] as const)('stays created when the project is %s', (state) =>
    expect(statesOf(anApproved(aConversion(), { inComplete: [inComplete({ state })] }))).toEqual(['created']),
  );
  it('is not due when a later decision ended it', () => {
    const { facts, handover } = aRejected();
    expect(statesOf({ facts: { ...facts, status: 'withdrawn' }, handover })).toEqual(['not_due']);
  });
});

describe('Each academy of a transfer', () => {
  it('has a state of its own', () => {
    const handover = {
      answers: [anAnswer({ urn: first, says: 'created' }), anAnswer({ urn: second })],
      inComplete: [inComplete({ urn: first, prepareId: '1043' })],
    };
    expect(statesOf(transfer(handover))).toEqual(['created', 'rejected']);
  });
  it('shares an answer that names no academy', () =>
    expect(statesOf(transfer({ answers: [anAnswer({ urn: null, says: 'held_up' })] }))).toEqual([
      'held_up',
      'held_up',
    ]));
  it('that is discarded counts as rejected, whatever came before', () =>
    expect(
      statesOf(
        transfer({ answers: [anAnswer({ urn: null, says: 'held_up' }), anAnswer({ urn: null, says: 'rejected' })] }),
      ),
    ).toEqual(['rejected', 'rejected']));
  it('stays created while another is handed over again', () =>
    expect(
      statesOf(
        transfer({ answers: [anAnswer({ urn: second, attempt: 1 })], inComplete: [inComplete({ urn: first })] }, 2),
      ),
    ).toEqual(['created', 'waiting']));
  it('waits for nothing when it replaced a rejected one and was not handed over yet', () =>
    expect(
      statesOf(
        transfer({ attempt: { number: 1, approval: null, urns: [first] }, answers: [anAnswer({ urn: first })] }),
      ),
    ).toEqual(['rejected', 'not_due']));
});

describe('An answer to an older attempt', () => {
  it.each(['rejected', 'held_up', 'created'] as const)('says nothing: %s', (says) =>
    expect(statesOf(transfer({ answers: [anAnswer({ urn: first, says, attempt: 1 })] }, 2))).toEqual([
      'waiting',
      'waiting',
    ]),
  );
  it('leaves a project that was deleted before behind', () =>
    expect(
      statesOf(
        transfer(
          {
            answers: [anAnswer({ urn: first, says: 'created' })],
            inComplete: [inComplete({ urn: first, state: 'deleted' })],
          },
          2,
        ),
      ),
    ).toEqual(['waiting', 'waiting']));
});

describe('The order of answers', () => {
  const answers = [
    anAnswer({ urn: first, says: 'held_up', at: '2026-10-06T14:00:00.000Z' }),
    anAnswer({ urn: null, says: 'held_up', at: '2026-10-06T14:01:00.000Z' }),
    anAnswer({ urn: first, at: '2026-10-06T14:02:00.000Z' }),
    anAnswer({ urn: first, reasons: [aReason('school')], at: '2026-10-06T14:03:00.000Z' }),
    anAnswer({ urn: second, says: 'rejected', attempt: 1, at: '2026-10-06T14:04:00.000Z' }),
    anAnswer({ urn: second, says: 'rejected', attempt: 2, at: '2026-10-06T14:05:00.000Z' }),
  ];
  it('and their repetition change nothing', () => {
    const truth = academiesOf(transfer({ answers }));
    fc.assert(
      fc.property(fc.shuffledSubarray([...answers, ...answers], { minLength: 12 }), (shuffled) =>
        expect(academiesOf(transfer({ answers: shuffled }))).toEqual(truth),
      ),
    );
  });
});
