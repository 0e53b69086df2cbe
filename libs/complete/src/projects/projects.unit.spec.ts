import type { CompleteProject } from '@academies/contracts';
import {
  aFinishedConversion,
  aFinishedTransfer,
  anActiveProject,
  anInactiveProject,
  answered,
  anOfficer,
  given,
  occasion,
} from '../examples.spec.ts';
import { assignProject } from './assign-project.ts';
import { completeProject } from './complete-project.ts';
import { deleteProject } from './delete-project.ts';
import { holdProject, resumeProject } from './hold-project.ts';
import { reopenProject } from './reopen-project.ts';
import { revokeDao } from './revoke-dao.ts';

const completing = { ...occasion, trustInRegister: true };
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
      .when(completeProject, { ...occasion, trustInRegister: false })
      .thenRefused('about'));

  it('says everything that is missing', () =>
    expect(completeProject(anActiveProject(), completing).problems).toHaveLength(3));

  it('is for active projects only', () => given(anInactiveProject()).when(completeProject, completing).thenRefused());
});

describe('Revoking a directive academy order', () => {
  const revoking = { ...occasion, on: '2026-10-19' };
  it('ends a sponsored conversion', () =>
    given(anActiveProject({ directiveAcademyOrder: true }))
      .when(revokeDao, revoking)
      .thenEvent({ project: { state: 'dao_revoked', daoRevokedOn: '2026-10-19' } }));
  it('needs such an order', () => given(anActiveProject()).when(revokeDao, revoking).thenRefused());
  it('has a date that has come', () =>
    given(anActiveProject({ directiveAcademyOrder: true }))
      .when(revokeDao, { ...occasion, on: '2026-10-21' })
      .thenRefused('date'));
});

describe('Deleting', () => {
  it.each(['inactive', 'active', 'completed', 'dao_revoked'] as const)('is possible from %s', (state) =>
    given(anActiveProject({ state }))
      .when(deleteProject, occasion)
      .thenEvent({ project: { state: 'deleted' } }),
  );
  it('happens once', () =>
    given(anActiveProject({ state: 'deleted' }))
      .when(deleteProject, occasion)
      .thenRefused());
});

describe('Opening again', () => {
  const reopening = { ...occasion, other: null };
  it.each(['completed', 'dao_revoked'] as const)('is possible from %s', (state) =>
    given(anActiveProject({ state, completedOn: '2026-10-01' }))
      .when(reopenProject, reopening)
      .thenEvent({ project: { state: 'active', completedOn: null, daoRevokedOn: null } }),
  );
  it('is refused while another project of the school is open', () =>
    given(anActiveProject({ state: 'completed' }))
      .when(reopenProject, { ...occasion, other: { id: 'another' } })
      .thenRefused());
  it('is not for a deleted one', () =>
    given(anActiveProject({ state: 'deleted' }))
      .when(reopenProject, reopening)
      .thenRefused());
});

describe('Holding and assigning', () => {
  it('puts a project on hold with the day and the reason, and goes on', () => {
    given(anActiveProject())
      .when(holdProject, { ...occasion, reason: 'Waiting for the land' })
      .thenEvent({ project: { onHold: { since: '2026-10-20', reason: 'Waiting for the land' } }, changed: ['onHold'] });
    given(anActiveProject({ onHold: { since: '2026-10-20', reason: 'x' } }))
      .when(resumeProject, occasion)
      .thenEvent({ project: { onHold: null } });
  });
  it('needs a reason to hold', () =>
    given(anActiveProject())
      .when(holdProject, { ...occasion, reason: ' ' })
      .thenRefused('reason'));
  it('assigns an active project; to the same person again is no event', () => {
    given(anActiveProject({ assignedTo: null }))
      .when(assignProject, { ...occasion, to: anOfficer })
      .thenEvent({ project: { assignedTo: anOfficer } });
    given(anActiveProject({ assignedTo: anOfficer }))
      .when(assignProject, { ...occasion, to: anOfficer })
      .then();
  });
});
