import {
  aConversion,
  aCreated,
  anAnswer,
  anApproved,
  aRejected,
  aSponsoredConversion,
  aTransfer,
  inComplete,
} from '../project/fixtures.spec.ts';
import { sections } from '../sections/sections.ts';
import { proposedDatePart } from '../proposed-date/change-proposed-date.ts';
import { lockOn, type Part } from '../project/stage.ts';
import type { Project } from '../project/project.ts';

const lockable: readonly [string, Part][] = [
  ...sections.filter(({ neverLocked }) => !neverLocked).map((section) => [section.name, section] as [string, Part]),
  ['proposed-date', proposedDatePart],
  ['notes', {}],
];
const parts = lockable.map(([name]) => name);
const unlocked = (project: Project) => lockable.filter(([, part]) => !lockOn(project, part)).map(([name]) => name);

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

  it.each<[string, string[]]>([
    ['assigned-to', ['assigned-to']],
    ['proposed-date', ['proposed-decision-date', 'proposed-date']],
    ['incoming-trust', ['outgoing-trust', 'incoming-trust', 'new-trust', 'group']],
    ['group', ['incoming-trust', 'new-trust', 'group']],
  ])('is all but what was rejected: %s', (fixOn, open) =>
    expect(unlocked(aRejected(aConversion(), fixOn))).toEqual(open),
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
      'academies',
      'outgoing-trust',
    ]);
  });
});
