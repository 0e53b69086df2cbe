import { given } from '@academies/testing';
import {
  aConversion,
  aCreated,
  anAnswer,
  anApproved,
  aRejected,
  aTransfer,
  inComplete,
  context,
} from '../project/fixtures.spec.ts';
import { handOverAgain, removeAcademy } from './hand-over.ts';

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
    given(project).when(handOverAgain, context).then('prepare.project.approved.v1');
    given(project)
      .when(handOverAgain, context)
      .thenEvent({ attempt: 2, decision: project.facts.decision, project: { attempts: 2, status: 'approved' } });
  });

  it.each([
    ['before an approval', 'Only an approved', aConversion()],
    ['while Complete has not answered', 'not answered yet', anApproved()],
    [
      'while service support has it',
      'not answered yet',
      anApproved(aConversion(), { answers: [anAnswer({ says: 'held_up' })] }),
    ],
    ['once it is created', 'has taken the project over', aCreated()],
    [
      'when a later decision ended the handover',
      'Only an approved',
      { ...aRejected(), facts: { ...aRejected().facts, status: 'declined' as const } },
    ],
  ])('is refused %s: %s', (_, why, project) => given(project).when(handOverAgain, context).thenRefused(why));
});

it('Handing over again is refused when another open project has taken the school meanwhile', () => {
  const broken = [{ rule: 'no-open-project-in-prepare', message: 'It is in project 7', fixOn: 'school' as const }];
  given(deletedInComplete)
    .when(handOverAgain, { ...context, broken })
    .thenRefused('It is in project 7');
});

describe('Removing an academy', () => {
  it('takes a rejected academy out of a transfer, though another is created', () =>
    given(oneOfTwo)
      .when(removeAcademy, { urn: '900202', by: context.by })
      .thenEvent({ urn: '900202', project: { academies: [{ urn: '900201' }] } }));

  it.each([
    ['one that is created', oneOfTwo, '900201', 'Only an academy that Complete rejected'],
    ['one that the project does not hold', oneOfTwo, '900299', 'does not hold'],
    ['one that waits', anApproved(aTransfer()), '900202', 'Only an academy that Complete rejected'],
    ['the last one', aRejected(aTransfer({ academies: [{ urn: '900201' }] })), '900201', 'not the last one'],
    ['the school of a conversion', aRejected(), '900123', 'Only an academy that Complete rejected'],
    ['one before a decision', aTransfer(), '900201', 'Only an academy that Complete rejected'],
  ])('leaves %s', (_, project, urn, why) =>
    given(project).when(removeAcademy, { urn, by: context.by }).thenRefused(why),
  );
});
