import { given } from '@academies/testing';
import {
  aConversion,
  aCreated,
  anApproved,
  aRejected,
  aSponsoredConversion,
  aTransfer,
  context,
  tomorrow,
} from '../project/fixtures.spec.ts';
import { confirmations, type DecisionAnswers, noAnswers, recordDecision, type RecordDecision } from './decision.ts';

const decide = (answers: Partial<DecisionAnswers>, more: Partial<RecordDecision> = {}): RecordDecision => ({
  ...context,
  broken: [],
  answers: { ...noAnswers, decidedBy: 'regional_director', deciderName: 'Imogen Vale', date: '2026-10-01', ...answers },
  ...more,
});
const anApproval = (answers: Partial<DecisionAnswers> = {}, more?: Partial<RecordDecision>) =>
  decide({ outcome: 'approved', ...answers }, more);
const aRefusal = (outcome: 'declined' | 'deferred' | 'withdrawn', answers: Partial<DecisionAnswers> = {}) =>
  decide({ outcome, reasons: [{ reason: 'other', detail: 'The governors asked for time.' }], ...answers });
const aRevocation = (answers: Partial<DecisionAnswers> = {}) =>
  decide({
    outcome: 'dao_revoked',
    decidedBy: 'minister',
    reasons: [{ reason: 'school_closed_or_closing', detail: 'It closes in July.' }],
    confirmations: Object.keys(confirmations),
    ...answers,
  });
const recorded = 'prepare.decision.recorded.v1';
const approved = 'prepare.project.approved.v1';

describe('Recording a decision', () => {
  it('hands an approved project over', () =>
    given(aConversion()).when(recordDecision, anApproval()).then(recorded, approved));

  it('hands it over with the first attempt, the status and the decision', () =>
    given(aConversion())
      .when(recordDecision, anApproval())
      .thenEvent({
        attempt: 1,
        by: context.by,
        decision: { outcome: 'approved', deciderName: 'Imogen Vale', date: '2026-10-01', recordedAt: context.at },
        project: { status: 'approved', attempts: 1, decision: { outcome: 'approved' } },
      }));

  it('keeps conditions when they are the decision', () =>
    given(aTransfer())
      .when(recordDecision, decide({ outcome: 'approved_with_conditions', conditions: ' Land is agreed. ' }))
      .thenEvent({ decision: { conditions: 'Land is agreed.' }, project: { status: 'approved_with_conditions' } }));

  it('drops what belongs to an outcome that was not chosen in the end', () =>
    given(aConversion())
      .when(recordDecision, anApproval({ conditions: 'None', reasons: [{ reason: 'finance', detail: 'x' }] }))
      .thenEvent({ decision: { conditions: null, reasons: [] } }));

  it.each(['declined', 'deferred', 'withdrawn'] as const)('keeps a %s project in Prepare', (outcome) =>
    given(aConversion()).when(recordDecision, aRefusal(outcome)).then(recorded),
  );

  it.each(['declined', 'deferred', 'withdrawn'] as const)('lets a %s project be approved later', (status) =>
    given(aConversion({ status })).when(recordDecision, anApproval()).then(recorded, approved),
  );

  it('asks for no name when nobody decided', () =>
    given(aConversion())
      .when(recordDecision, anApproval({ decidedBy: 'none', deciderName: 'Left over' }))
      .thenEvent({ decision: { deciderName: null } }));

  it('takes a decision of today, and of the first day of 2010', () => {
    given(aConversion())
      .when(recordDecision, anApproval({ date: context.today }))
      .then(recorded, approved);
    given(aConversion())
      .when(recordDecision, anApproval({ date: '2010-01-01' }))
      .then(recorded, approved);
  });
});

describe('A decision is refused', () => {
  it.each<[string, Partial<DecisionAnswers>, string]>([
    ['without an outcome', { outcome: null }, 'outcome'],
    ['without who decided', { decidedBy: null }, 'decided-by'],
    ['without a name', { deciderName: '  ' }, 'name'],
    ['without a date', { date: null }, 'date'],
    ['with a date in the future', { date: tomorrow }, 'date'],
    ['with a date before 2010', { date: '2009-12-31' }, 'date'],
    ['without the conditions that it names', { outcome: 'approved_with_conditions' }, 'conditions'],
    ['declined without a reason', { outcome: 'declined', reasons: [] }, 'reasons'],
    ['declined without details', { outcome: 'declined', reasons: [{ reason: 'finance', detail: ' ' }] }, 'reasons'],
    [
      'declined for a reason to defer',
      { outcome: 'declined', reasons: [{ reason: 'awaiting_next_ofsted_report', detail: 'June' }] },
      'reasons',
    ],
    ['to revoke an order that a voluntary conversion does not have', { outcome: 'dao_revoked' }, 'outcome'],
    ['with an academy order from before 2010', { academyOrderDate: '2009-01-01' }, 'academy-order-date'],
  ])('%s', (_, answers, page) => given(aConversion()).when(recordDecision, anApproval(answers)).thenRefused(page));

  it('with every broken rule of the handover, each with its page', () =>
    given(aConversion())
      .when(
        recordDecision,
        anApproval({}, { broken: [{ rule: 'creator-is-known', message: 'Assign the project', fixOn: 'assigned-to' }] }),
      )
      .thenRefused('assigned-to'));

  it('when it opens the project again and another one has taken the school meanwhile', () => {
    const broken = [{ rule: 'no-open-project-in-prepare', message: 'It is in project 7', fixOn: 'school' as const }];
    given(aConversion({ status: 'declined' }))
      .when(recordDecision, { ...aRefusal('deferred'), broken })
      .thenRefused('school');
    given(aConversion({ status: 'declined' }))
      .when(recordDecision, { ...aRefusal('withdrawn'), broken })
      .then(recorded);
  });

  it('but no rule of the handover stands against one that is no approval', () =>
    given(aConversion())
      .when(recordDecision, { ...aRefusal('declined'), broken: [{ rule: 'x', message: 'x', fixOn: null }] })
      .then(recorded));
});

describe('A directive academy order', () => {
  it('can be revoked for a sponsored conversion, by a minister', () =>
    given(aSponsoredConversion()).when(recordDecision, aRevocation()).then(recorded));
  it('is revoked by nobody else', () =>
    given(aSponsoredConversion())
      .when(recordDecision, aRevocation({ decidedBy: 'grade_6' }))
      .thenRefused('decided-by'));
  it('is revoked with all three confirmations', () =>
    given(aSponsoredConversion())
      .when(recordDecision, aRevocation({ confirmations: ['letter_sent', 'letter_saved'] }))
      .thenRefused('confirmations'));
  it('once revoked, ends the project', () =>
    given(aSponsoredConversion({ status: 'dao_revoked' }))
      .when(recordDecision, anApproval())
      .thenRefused('has ended'));
});

describe('An academy order date', () => {
  it('goes with the approval of a voluntary conversion', () =>
    given(aConversion())
      .when(recordDecision, anApproval({ academyOrderDate: '2026-10-02' }))
      .thenEvent({ project: { academyOrderDate: '2026-10-02' } }));
  it('goes with no other', () => {
    given(aSponsoredConversion())
      .when(recordDecision, anApproval({ academyOrderDate: '2026-10-02' }))
      .thenEvent({ project: { academyOrderDate: null } });
    given(aConversion())
      .when(recordDecision, aRefusal('declined', { academyOrderDate: '2026-10-02' }))
      .thenEvent({ project: { academyOrderDate: null } });
  });
  it('that is known already stays', () =>
    given(aConversion({ academyOrderDate: '2026-09-01' }))
      .when(recordDecision, anApproval())
      .thenEvent({ project: { academyOrderDate: '2026-09-01' } }));
});

describe('A project that was handed over', () => {
  it.each([
    ['while Complete has not answered', anApproved()],
    ['once Complete has created it', aCreated()],
  ])('takes no other decision %s', (_, project) => {
    given(project).when(recordDecision, anApproval()).thenRefused('handed over to Complete');
    given(project).when(recordDecision, aRefusal('declined')).thenRefused('handed over to Complete');
  });
  it('counts a new attempt when it is approved again after a rejection', () =>
    given(aRejected())
      .when(recordDecision, anApproval())
      .thenEvent({ attempt: 2, project: { attempts: 2 } }));
  it('takes a decision that ends the handover after a rejection', () =>
    given(aRejected())
      .when(recordDecision, aRefusal('withdrawn'))
      .thenEvent({ project: { status: 'withdrawn', attempts: 1 } }));
});
