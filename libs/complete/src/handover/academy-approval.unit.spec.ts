import { changed, type CompleteProject, type CommandResult } from '@academies/contracts';
import type { RuleLookUps } from '@academies/handover';
import {
  anAcademyApproval,
  anInactiveProject,
  aPreparedConversion,
  aPreparedTransfer,
  given,
  known,
} from '../fixtures.spec.ts';
import { confirmed, created, rejected } from './answers.ts';
import { type AcademyApproval, judge, mayLackRegister } from './academy-approval.ts';
import { newProject } from './new-project.ts';

interface Complete {
  lookUps: RuleLookUps;
  existing?: CompleteProject;
}
const origin = { id: anInactiveProject().id, at: '2026-10-06T14:05:01.000Z', region: null };
const judgementOf = ({ lookUps, existing }: Complete, approval: AcademyApproval) =>
  judge(approval, { existing: existing ?? null, lookUps, allowedDomains: ['education.gov.uk'] });

/** What the approval of an academy is answered. */
function arrive(complete: Complete, approval: AcademyApproval): CommandResult<CompleteProject | null> {
  const judgement = judgementOf(complete, approval);
  if (judgement.is === 'confirmed') return changed(judgement.project, confirmed(approval, judgement.project));
  if (judgement.is === 'rejected') return changed(null, rejected(approval, judgement.reasons, origin.at));
  const project = newProject(approval, origin);
  return changed(project, created(approval, project));
}
const emptyComplete = { lookUps: known() };

describe('An academy that arrives', () => {
  it.each([
    ['conversion', anAcademyApproval()],
    ['transfer', anAcademyApproval(aPreparedTransfer())],
    [
      'project that forms a MAT',
      anAcademyApproval(
        aPreparedConversion({
          formingAMat: true,
          incomingTrust: { ukprn: null, trn: 'TR90301', name: 'Three Rivers Trust' },
        }),
      ),
    ],
  ])('of a %s becomes a project', (_, approval) =>
    given(emptyComplete).when(arrive, approval).then('complete.project.created.v1'),
  );

  it('is answered with its attempt', () =>
    given(emptyComplete)
      .when(arrive, anAcademyApproval(aPreparedConversion(), { attempt: 3 }))
      .thenEvent({ attempt: 3 }));

  it('is confirmed with its project when it has one, and nothing is judged again', () =>
    given({ lookUps: known({ school: () => undefined }), existing: anInactiveProject() })
      .when(arrive, anAcademyApproval(aPreparedConversion(), { attempt: 2 }))
      .thenEvent({ project: { id: anInactiveProject().id }, attempt: 2 }));

  it('is rejected with every reason', () =>
    given({ lookUps: known({ livingProject: () => ({ id: origin.id, prepareId: '7' }), trust: () => undefined }) })
      .when(arrive, anAcademyApproval())
      .thenEvent({
        urn: '900123',
        attempt: 1,
        reasons: [{ rule: 'no-living-project' }, { rule: 'incoming-trust-is-in-register' }],
      }));

  it('is judged by the day of its own event, not by today', () =>
    given(emptyComplete)
      .when(arrive, anAcademyApproval(aPreparedConversion(), { at: '2026-10-05T22:30:00.000Z' }))
      .thenEvent({ reasons: [{ rule: 'decision-date-is-possible' }] }));

  it('has its day in England: half past eleven at night in UTC is the next day in summer', () =>
    given(emptyComplete)
      .when(arrive, anAcademyApproval(aPreparedConversion(), { at: '2026-10-05T23:30:00.000Z' }))
      .then('complete.project.created.v1'));

  it('is looked up again when the register may be behind, and only then', () => {
    const lacking = { lookUps: known({ school: () => undefined }) };
    const taken = { lookUps: known({ livingProject: () => ({ id: origin.id, prepareId: '7' }) }) };
    expect(
      [lacking, taken, emptyComplete].map((complete) => mayLackRegister(judgementOf(complete, anAcademyApproval()))),
    ).toEqual([true, false, false]);
  });
});
