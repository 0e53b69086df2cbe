import { anExampleTrust } from '@academies/contracts';
import { anActiveProject, aTransferProject, context, given } from '../fixtures.spec.ts';
import { type CorrectTrusts, correctTrusts } from './correct-trusts.ts';

const oak = { ...anExampleTrust, ukprn: '19000055', trn: 'TR90055', name: 'Oak Trust' };
const elm = { ...anExampleTrust, ukprn: '19000066', trn: 'TR90066', name: 'Elm Trust' };
const closed = { ...oak, status: 'Closed' };
const joining = (ukprn: string) => ({ ukprn, trn: null, name: null });
const forming = (trn: string, name: string) => ({ ukprn: null, trn, name });
const to = (more: Partial<CorrectTrusts> = {}): CorrectTrusts => ({
  ...context,
  decided: { incomingTrust: joining(oak.ukprn), outgoingTrustUkprn: elm.ukprn },
  incoming: oak,
  outgoing: elm,
  reason: 'The board named another trust',
  trustsInGroup: [],
  ...more,
});
const ofConversion = to({ decided: { incomingTrust: joining(oak.ukprn), outgoingTrustUkprn: null } });

describe('Wrong trusts', () => {
  it('become those of the corrected decision, and the event says which; tasks and contacts stay', () => {
    const tasks = { academy_details: { notApplicable: false, answers: { name: 'Larkmere' } } };
    given(anActiveProject({ tasks }))
      .when(correctTrusts, ofConversion)
      .thenEvent({
        changed: ['incomingTrust', 'trustCorrections'],
        project: { incomingTrust: joining(oak.ukprn), tasks },
      });
    given(aTransferProject())
      .when(correctTrusts, to())
      .thenEvent({
        changed: ['incomingTrust', 'outgoingTrustUkprn', 'trustCorrections'],
        project: { outgoingTrustUkprn: elm.ukprn },
      });
  });

  it('keep what was there, with who corrected it and why; sent twice, they are corrected once', () => {
    const before = aTransferProject();
    const { state } = correctTrusts(before, to()) as { state: typeof before };
    const { incomingTrust, outgoingTrustUkprn } = before;
    expect(state.trustCorrections).toEqual([
      { incomingTrust, outgoingTrustUkprn, reason: 'The board named another trust', by: context.by, at: context.at },
    ]);
    expect(correctTrusts(state, to({ reason: 'Again' })).events).toEqual([]);
  });

  it('of a trust that is formed are its number and name; its UKPRN stays with its number', () => {
    const project = aTransferProject({
      formingAMat: true,
      incomingTrust: { ukprn: '19000088', trn: 'TR90301', name: 'New Trust' },
    });
    const formed = (trn: string) =>
      to({
        decided: { incomingTrust: forming(trn, 'Newer Trust'), outgoingTrustUkprn: elm.ukprn },
        incoming: undefined,
      });
    given(project)
      .when(correctTrusts, formed('TR90301'))
      .thenEvent({ project: { incomingTrust: { ukprn: '19000088', trn: 'TR90301', name: 'Newer Trust' } } });
    given(project)
      .when(correctTrusts, formed('TR90302'))
      .thenEvent({ project: { incomingTrust: forming('TR90302', 'Newer Trust') } });
  });

  it.each<[string, Partial<CorrectTrusts>, string]>([
    ['the decision was not corrected', { decided: undefined }, 'has to be corrected in Prepare'],
    ['the register lacks it', { incoming: undefined }, 'has no trust with that number'],
    ['it is closed', { incoming: closed }, 'is closed in the register'],
    ['the outgoing one is not in the register', { outgoing: undefined }, 'has no trust with that number'],
    ['both are one', { outgoing: oak }, 'also the outgoing trust'],
    ['its group has another', { trustsInGroup: [elm.ukprn] }, 'have another incoming trust'],
    ['nobody says why', { reason: ' ' }, 'reason'],
  ])('are refused when %s', (_, more, said) =>
    given(aTransferProject()).when(correctTrusts, to(more)).thenRefused(said),
  );

  it('are not corrected where there is nothing to correct', () => {
    const { incomingTrust, outgoingTrustUkprn } = aTransferProject();
    given(aTransferProject())
      .when(correctTrusts, to({ decided: { incomingTrust, outgoingTrustUkprn } }))
      .thenRefused('has the trusts that the decision names');
  });

  it('may be closed by now where they stay', () => {
    const { incomingTrust } = aTransferProject();
    given(aTransferProject())
      .when(
        correctTrusts,
        to({
          decided: { incomingTrust, outgoingTrustUkprn: elm.ukprn },
          incoming: { ...closed, ukprn: incomingTrust.ukprn },
        }),
      )
      .thenEvent({ changed: ['outgoingTrustUkprn', 'trustCorrections'] });
  });

  it('of a project that is not active stay', () =>
    given(anActiveProject({ state: 'completed' }))
      .when(correctTrusts, ofConversion)
      .thenRefused('not active'));
});
