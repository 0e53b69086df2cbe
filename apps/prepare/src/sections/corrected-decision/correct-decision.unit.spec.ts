import { given } from '@academies/testing';
import {
  aConversion,
  aCreated,
  anAnswer,
  anApproved,
  aRejected,
  aTransfer,
  context,
  inComplete,
} from '../../project/fixtures.spec.ts';
import { type CorrectDecision, correctDecision } from './correct-decision.ts';

const reason = 'The minutes name the other trust of that name';
const another = { ukprn: '19000055', trn: null, name: null };
const to = (more: Partial<CorrectDecision> = {}): CorrectDecision => ({
  ...context,
  change: { incomingTrust: another },
  broken: [],
  reason,
  ...more,
});

describe('A decision that named a wrong trust', () => {
  it('is corrected after the handover; what it named stays with the reason', () => {
    const { incomingTrust, outgoingTrustUkprn } = aConversion().facts;
    given(aCreated())
      .when(correctDecision, to())
      .thenEvent({
        by: context.by,
        project: {
          incomingTrust: another,
          trustCorrections: [{ incomingTrust, outgoingTrustUkprn, reason, by: context.by, at: context.at }],
        },
      });
  });

  it('is corrected once though it is sent twice, and again where it was wrong again', () => {
    const { state } = correctDecision(aCreated(), to()) as { state: ReturnType<typeof aCreated> };
    expect(correctDecision(state, to()).events).toEqual([]);
    given(state)
      .when(correctDecision, to({ reason: 'Another try' }))
      .thenRefused('names this trust already');
    const { state: later } = correctDecision(
      state,
      to({ change: { incomingTrust: { ...another, ukprn: '19000066' } } }),
    );
    expect(later?.facts.trustCorrections.map(({ incomingTrust }) => incomingTrust.ukprn)).toEqual([
      '19000042',
      '19000055',
    ]);
  });

  it('is not corrected to one that breaks a rule', () =>
    given(aCreated())
      .when(correctDecision, to({ broken: [{ rule: 'x', message: 'Oak Trust is closed', fixOn: 'incoming-trust' }] }))
      .thenRefused('Oak Trust is closed'));

  it.each([
    ['before a decision', aConversion(), 'Complete does not have this project'],
    ['after a rejection, when its pages are open', aRejected(), 'Complete does not have this project'],
    ['while Complete has not answered', anApproved(), 'has not answered yet'],
    [
      'while service support has one of its academies',
      anApproved(aTransfer(), {
        answers: [anAnswer({ urn: '900202', says: 'held_up' })],
        inComplete: [inComplete({ urn: '900201' })],
      }),
      'has not answered yet',
    ],
    [
      'once it is over in Complete',
      anApproved(aConversion(), { inComplete: [inComplete({ state: 'completed' })] }),
      'is over in Complete',
    ],
  ])('is not corrected %s', (_, project, said) => given(project).when(correctDecision, to()).thenRefused(said));
});
