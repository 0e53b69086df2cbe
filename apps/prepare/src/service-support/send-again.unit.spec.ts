import { given } from '@academies/testing';
import { aConversion, aCreated, anApproved, aRejected, aTransfer, context } from '../project/fixtures.spec.ts';
import { sendAgain } from './send-again.ts';

describe('Sending an approval again', () => {
  it('is the same attempt and the same decision', () => {
    const project = anApproved(aTransfer());
    given(project).when(sendAgain, context).then('prepare.project.approved.v1');
    given(project)
      .when(sendAgain, context)
      .thenEvent({ attempt: 1, decision: project.facts.decision, project: { attempts: 1, status: 'approved' } });
  });

  it.each([
    ['before an approval', aConversion()],
    ['once it is created', aCreated()],
    ['once it is rejected', aRejected()],
  ])('does nothing %s', (_, project) => given(project).when(sendAgain, context).then());
});
