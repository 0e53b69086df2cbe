import type { CompleteProject } from '@academies/contracts';
import {
  aFinishedConversion,
  aFinishedTransfer,
  anActiveProject,
  anInactiveProject,
  answered,
  anOfficer,
  given,
  context,
} from '../fixtures.spec.ts';
import {
  assignProject,
  changeAddedBy,
  completeProject,
  deleteProject,
  handToTeam,
  holdProject,
  reopenProject,
  resumeProject,
  revokeDao,
} from './lifecycle.ts';

const completing = { ...context, trustInRegister: true };
const without = (project: CompleteProject, task: string): CompleteProject => ({
  ...project,
  tasks: { ...project.tasks, [task]: answered({}) },
});

describe('Completing', () => {
  it.each([aFinishedConversion(), aFinishedTransfer()])('a project that lacks nothing, on that day', (project) =>
    given(project)
      .when(completeProject, completing)
      .thenEvent({ project: { state: 'completed', completedOn: '2026-10-20' } }),
  );

  it('a transfer whose declaration does not apply', () =>
    given(
      aFinishedTransfer({
        tasks: { ...aFinishedTransfer().tasks, declaration_of_expenditure: { notApplicable: true, answers: {} } },
      }),
    )
      .when(completeProject, completing)
      .then('complete.project.completed.v1'));

  it.each([
    ['confirmed date', aFinishedConversion({ dateConfirmed: false }), 'stakeholder_kick_off'],
    ['date that has come', aFinishedConversion({ significantDate: '2026-11-01' }), 'dates'],
    ['conditions met', without(aFinishedConversion(), 'all_conditions_met'), 'all_conditions_met'],
    ['date opened', without(aFinishedConversion(), 'date_opened'), 'date_opened'],
    ['authority to proceed', without(aFinishedTransfer(), 'authority_to_proceed'), 'authority_to_proceed'],
    ['date transferred', without(aFinishedTransfer(), 'date_transferred'), 'date_transferred'],
    ['declaration', without(aFinishedTransfer(), 'declaration_of_expenditure'), 'declaration_of_expenditure'],
    [
      'UKPRN of the trust',
      aFinishedConversion({ incomingTrust: { ukprn: null, trn: 'TR90301', name: 'New' } }),
      'about',
    ],
    ['end of the hold', aFinishedConversion({ onHold: { since: '2026-10-01', reason: 'Waiting' } }), 'hold'],
  ])('is refused without %s, and says where', (_, project, field) =>
    given(project).when(completeProject, completing).thenRefused(field),
  );

  it('is refused when the register does not have the trust', () =>
    given(aFinishedConversion())
      .when(completeProject, { ...context, trustInRegister: false })
      .thenRefused('about'));

  it('says everything that is missing', () =>
    expect(completeProject(anActiveProject(), completing).problems).toHaveLength(3));

  it('is for active projects only', () =>
    given(anInactiveProject()).when(completeProject, completing).thenRefused('not active'));
});

describe('Revoking a directive academy order', () => {
  const reasons = [{ reason: 'school_closed_or_closing', detail: 'It closes in August.' }] as const;
  const revoking = { ...context, on: '2026-10-19', minister: 'Mx Minister', reasons };
  it('ends a sponsored conversion', () =>
    given(anActiveProject({ directiveAcademyOrder: true }))
      .when(revokeDao, revoking)
      .thenEvent({ project: { state: 'dao_revoked', daoRevokedOn: '2026-10-19' } }));
  it('needs such an order', () =>
    given(anActiveProject()).when(revokeDao, revoking).thenRefused('no directive academy order'));
  it('has a date that has come', () =>
    given(anActiveProject({ directiveAcademyOrder: true }))
      .when(revokeDao, { ...revoking, on: '2026-10-21' })
      .thenRefused('date'));
  it.each([
    ['a date before the decision on the project', { on: '2026-10-05' }, 'date'],
    ['no reason', { reasons: [] }, 'reasons'],
    ['a reason of another decision', { reasons: [{ reason: 'finance', detail: 'x' }] as const }, 'reasons'],
    ['no minister', { minister: ' ' }, 'minister'],
  ])('is refused with %s', (_, more, field) =>
    given(anActiveProject({ directiveAcademyOrder: true }))
      .when(revokeDao, { ...revoking, ...more })
      .thenRefused(field),
  );
  it('keeps who decided and why', () =>
    given(anActiveProject({ directiveAcademyOrder: true }))
      .when(revokeDao, revoking)
      .thenEvent({ project: { daoRevocation: { minister: 'Mx Minister', reasons } } }));
});

describe('Deleting', () => {
  it.each(['inactive', 'active', 'completed', 'dao_revoked'] as const)('is possible from %s', (state) =>
    given(anActiveProject({ state }))
      .when(deleteProject, context)
      .thenEvent({ project: { state: 'deleted' } }),
  );
  it('happens once', () =>
    given(anActiveProject({ state: 'deleted' }))
      .when(deleteProject, context)
      .thenRefused('deleted already'));
});

describe('Opening again', () => {
  const reopening = { ...context, other: null };
  it.each(['completed', 'dao_revoked'] as const)('is possible from %s', (state) =>
    given(anActiveProject({ state, completedOn: '2026-10-01' }))
      .when(reopenProject, reopening)
      .thenEvent({ project: { state: 'active', completedOn: null, daoRevokedOn: null } }),
  );
  it('is refused while another project of the school is open', () =>
    given(anActiveProject({ state: 'completed' }))
      .when(reopenProject, { ...context, other: { id: 'another' } })
      .thenRefused('/projects/another'));
  it('is not for a deleted one', () =>
    given(anActiveProject({ state: 'deleted' }))
      .when(reopenProject, reopening)
      .thenRefused('Only a completed or revoked project'));
});

describe('Holding and assigning', () => {
  it('puts a project on hold with the day and the reason, and goes on', () => {
    given(anActiveProject())
      .when(holdProject, { ...context, reason: 'Waiting for the land' })
      .thenEvent({ project: { onHold: { since: '2026-10-20', reason: 'Waiting for the land' } }, changed: ['onHold'] });
    given(anActiveProject({ onHold: { since: '2026-10-20', reason: 'x' } }))
      .when(resumeProject, context)
      .thenEvent({ project: { onHold: null } });
  });
  it('needs a reason to hold', () =>
    given(anActiveProject())
      .when(holdProject, { ...context, reason: ' ' })
      .thenRefused('reason'));
  it('assigns an active project; to the same person again is no event', () => {
    given(anActiveProject({ assignedTo: null }))
      .when(assignProject, { ...context, to: anOfficer })
      .thenEvent({ project: { assignedTo: anOfficer } });
    given(anActiveProject({ assignedTo: anOfficer }))
      .when(assignProject, { ...context, to: anOfficer })
      .then();
  });

  it('gives a project to nobody again', () =>
    given(anActiveProject())
      .when(assignProject, { ...context, to: null })
      .thenEvent({ project: { assignedTo: null } }));
  it('hands a project to another team, where it waits for somebody', () => {
    given(anActiveProject())
      .when(handToTeam, { ...context, team: 'regional_casework_services' })
      .thenEvent({ project: { team: 'regional_casework_services', assignedTo: null } });
    given(anActiveProject({ team: 'london' }))
      .when(handToTeam, { ...context, team: 'london' })
      .thenRefused('team');
  });
  it('corrects who brought it in', () =>
    given(anActiveProject())
      .when(changeAddedBy, { ...context, addedBy: context.by })
      .thenEvent({ project: { createdBy: context.by } }));
});
