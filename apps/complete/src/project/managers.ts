import { mayManage } from '@academies/complete';
import type { ProjectForm } from './project-form.ts';

/** What is done by those who run a project: the assigned person or who stands in, the leader of its team, service support. */
export const byManagers: Pick<ProjectForm, 'needs' | 'permitted' | 'forWhom'> = {
  needs: 'manage-project',
  permitted: (_, { about, user }) => mayManage(about, user),
  forWhom: 'Only the person the project is assigned to, the leader of its team and service support can do this',
};
