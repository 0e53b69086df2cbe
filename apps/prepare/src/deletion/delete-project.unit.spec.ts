import { given } from '@academies/testing';
import { mayDelete } from '../project/stage.ts';
import { deleteProject } from './delete-project.ts';
import { aConversion, anApproved, aRejected, context } from '../project/fixtures.spec.ts';

const { by } = context;

describe('Deleting a project', () => {
  it('is possible before a decision', () =>
    given(aConversion())
      .when(deleteProject, { by })
      .thenEvent({ project: { deleted: true } }));
  it.each([
    ['once it is approved', anApproved()],
    ['when Complete rejected it', aRejected()],
    ['once it was declined', aConversion({ status: 'declined' })],
  ])('is refused %s', (_, project) => given(project).when(deleteProject, { by }).thenRefused('without a decision'));
  it('is for the assigned person and service support', () => {
    const user = { ...by, roles: ['delivery_officer' as const] };
    expect(mayDelete(aConversion(), user)).toBe(true);
    expect(mayDelete(aConversion({ assignedTo: null }), user)).toBe(false);
    expect(mayDelete(aConversion({ assignedTo: null }), { ...user, roles: ['service_support'] })).toBe(true);
  });
});
