import { given } from '@academies/testing';
import {
  aConversion,
  aCreated,
  anAnswer,
  anApproved,
  aRejected,
  aTransfer,
  inComplete,
  occasion,
} from '../projects/examples.spec.ts';
import { handOverAgain } from './hand-over-again.ts';
import { removeAcademy } from './remove-academy.ts';

const oneOfTwo = anApproved(aTransfer(), {
  answers: [anAnswer({ urn: '900201', says: 'created' }), anAnswer({ urn: '900202' })],
  inComplete: [inComplete({ urn: '900201' })],
});
const deletedInComplete = anApproved(aConversion(), {
  answers: [anAnswer({ says: 'created' })],
  inComplete: [inComplete({ state: 'deleted' })],
});

describe('Handing over again', () => {
  it.each([
    ['a rejected project, also unchanged', aRejected()],
    ['a project that was deleted in Complete', deletedInComplete],
    ['a transfer of which one academy was rejected', oneOfTwo],
  ])('is a new attempt, not a new decision: %s', (_, project) => {
    given(project).when(handOverAgain, occasion).then('prepare.project.approved.v1');
    given(project)
      .when(handOverAgain, occasion)
      .thenEvent({ attempt: 2, decision: project.facts.decision, project: { attempts: 2, status: 'approved' } });
  });

  it.each([
    ['before an approval', aConversion()],
    ['while Complete has not answered', anApproved()],
    ['while service support has it', anApproved(aConversion(), { answers: [anAnswer({ says: 'held_up' })] })],
    ['once it is created', aCreated()],
    [
      'when a later decision ended the handover',
      { ...aRejected(), facts: { ...aRejected().facts, status: 'declined' as const } },
    ],
  ])('is refused %s', (_, project) => given(project).when(handOverAgain, occasion).thenRefused());
});

describe('Removing an academy', () => {
  it('takes a rejected academy out of a transfer, though another is created', () =>
    given(oneOfTwo)
      .when(removeAcademy, { urn: '900202', by: occasion.by })
      .thenEvent({ urn: '900202', project: { academies: [{ urn: '900201' }] } }));

  it.each([
    ['one that is created', oneOfTwo, '900201'],
    ['one that the project does not hold', oneOfTwo, '900299'],
    ['one that waits', anApproved(aTransfer()), '900202'],
    ['the last one', aRejected(aTransfer({ academies: [{ urn: '900201' }] })), '900201'],
    ['the school of a conversion', aRejected(), '900123'],
    ['one before a decision', aTransfer(), '900201'],
  ])('leaves %s', (_, project, urn) => given(project).when(removeAcademy, { urn, by: occasion.by }).thenRefused());
});
