import {
  aConversion,
  aCreated,
  anAnswer,
  anApproved,
  aRejected,
  aSponsoredConversion,
  aTransfer,
  inComplete,
} from './examples.spec.ts';
import { lockOn, type Part } from './locks.ts';
import type { Project } from './project.ts';

const parts: Part[] = [
  ...(['school', 'incoming-trust', 'outgoing-trust', 'proposed-date', 'assigned-to', 'group'] as const),
  ...(['proposed-decision-date', 'transfer-reasons', 'case', 'notes'] as const),
];
const unlocked = (project: Project) => parts.filter((part) => !lockOn(project, part));

describe('What is locked', () => {
  it.each(['pre_decision', 'declined', 'deferred', 'withdrawn'] as const)(
    'is nothing while a project is %s',
    (status) => expect(unlocked(aConversion({ status }))).toEqual(parts),
  );

  it.each<[string, Project]>([
    ['while Complete has not answered', anApproved()],
    ['while service support has it', anApproved(aConversion(), { answers: [anAnswer({ says: 'held_up' })] })],
    ['once it is created', aCreated()],
    [
      'once any academy of a transfer is created',
      anApproved(aTransfer(), {
        answers: [anAnswer({ urn: '900202' })],
        inComplete: [inComplete({ urn: '900201' })],
      }),
    ],
    ['once the order is revoked', aSponsoredConversion({ status: 'dao_revoked' })],
    ['once the project is deleted', aConversion({ deleted: true })],
  ])('is everything %s', (_, project) => expect(unlocked(project)).toEqual([]));

  it.each<[string, Part[]]>([
    ['assigned-to', ['assigned-to']],
    ['proposed-date', ['proposed-date', 'proposed-decision-date']],
    ['incoming-trust', ['incoming-trust', 'outgoing-trust', 'group']],
    ['group', ['incoming-trust', 'group']],
  ])('is all but what was rejected: %s', (mendedOn, open) =>
    expect(unlocked(aRejected(aConversion(), mendedOn))).toEqual(open),
  );

  it('is nothing when the reason names no page', () => expect(unlocked(aRejected(aConversion(), null))).toEqual(parts));

  it('is nothing after a deletion in Complete', () =>
    expect(
      unlocked(
        anApproved(aConversion(), {
          answers: [anAnswer({ says: 'created' })],
          inComplete: [inComplete({ state: 'deleted' })],
        }),
      ),
    ).toEqual(parts));

  it('stays open when the rejected school was replaced', () => {
    const { facts, handover } = aRejected(aConversion(), 'school');
    expect(unlocked({ facts: { ...facts, academies: [{ urn: '900124' }] }, handover })).toEqual([
      'school',
      'outgoing-trust',
    ]);
  });
});
