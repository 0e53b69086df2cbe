import { anExampleTrust } from '@academies/contracts';
import { anActiveProject, aTransferProject, context, given } from '../fixtures.spec.ts';
import { type CorrectTrusts, correctTrusts } from './correct-trusts.ts';

const oak = { ...anExampleTrust, ukprn: '19000055', trn: 'TR90055', name: 'Oak Trust' };
const elm = { ...anExampleTrust, ukprn: '19000066', trn: 'TR90066', name: 'Elm Trust' };
const closed = { ...oak, status: 'Closed' };
const to = (more: Partial<CorrectTrusts>): CorrectTrusts => ({
  ...context,
  incoming: oak,
  outgoing: elm,
  reason: 'The board named another trust',
  trustsInGroup: [],
  ...more,
});

describe('Wrong trusts', () => {
  it('are corrected, and the event says which; tasks and contacts stay', () => {
    const tasks = { academy_details: { notApplicable: false, answers: { name: 'Larkmere' } } };
    given(anActiveProject({ tasks }))
      .when(correctTrusts, to({}))
      .thenEvent({
        changed: ['incomingTrust', 'trustCorrections'],
        project: { incomingTrust: { ukprn: oak.ukprn, trn: null, name: null }, tasks },
      });
    given(aTransferProject())
      .when(correctTrusts, to({}))
      .thenEvent({
        changed: ['incomingTrust', 'outgoingTrustUkprn', 'trustCorrections'],
        project: { outgoingTrustUkprn: elm.ukprn },
      });
  });

  it('keep what was there, with who corrected it and why', () => {
    const before = aTransferProject();
    const { state } = correctTrusts(before, to({})) as { state: typeof before };
    const { incomingTrust, outgoingTrustUkprn } = before;
    expect(state.trustCorrections).toEqual([
      { incomingTrust, outgoingTrustUkprn, reason: 'The board named another trust', by: context.by, at: context.at },
    ]);
    expect(correctTrusts(state, to({})).events).toEqual([]);
    given(state)
      .when(correctTrusts, to({ reason: 'Another try' }))
      .thenRefused('already');
  });

  it('of a project that forms its trust are the outgoing one alone', () =>
    given(aTransferProject({ formingAMat: true, incomingTrust: { ukprn: null, trn: 'TR90301', name: 'New Trust' } }))
      .when(correctTrusts, to({ incoming: undefined }))
      .thenEvent({
        changed: ['outgoingTrustUkprn', 'trustCorrections'],
        project: { incomingTrust: { trn: 'TR90301' } },
      }));

  it.each<[string, Partial<CorrectTrusts>, string]>([
    ['the register lacks it', { incoming: undefined }, 'incomingTrust'],
    ['it is closed', { incoming: closed }, 'incomingTrust'],
    ['the outgoing one is not in the register', { outgoing: undefined }, 'outgoingTrust'],
    ['both are one', { outgoing: oak }, 'outgoingTrust'],
    ['its group has another', { trustsInGroup: [elm.ukprn] }, 'incomingTrust'],
    ['nobody says why', { reason: ' ' }, 'reason'],
  ])('are refused when %s', (_, more, field) =>
    given(aTransferProject()).when(correctTrusts, to(more)).thenRefused(field),
  );

  it('may be closed by now where they stay', () => {
    const { incomingTrust } = aTransferProject();
    given(aTransferProject())
      .when(correctTrusts, to({ incoming: { ...closed, ukprn: incomingTrust.ukprn } }))
      .thenEvent({ changed: ['outgoingTrustUkprn', 'trustCorrections'] });
  });

  it('of a project that is not active stay', () =>
    given(anActiveProject({ state: 'completed' }))
      .when(correctTrusts, to({}))
      .thenRefused('not active'));
});
