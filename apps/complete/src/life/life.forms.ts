import {
  completeProject,
  deleteProject,
  HistoryRow,
  holdProject,
  maySupport,
  missingForCompletion,
  reopenProject,
  resumeProject,
  tasksOf,
  tryHoldSchool,
} from '@academies/complete';
import { changed, type CommandContext, type CompleteProject, completeStates, refused } from '@academies/contracts';
import { sql } from '@academies/database';
import { form, textarea, tick } from '@academies/forms';
import { trustByUkprn } from '@academies/register';
import type { EntityManager } from '@mikro-orm/postgresql';
import { byManagers } from '../project/managers.ts';
import type { ProjectForm } from '../project/project-form.ts';
import { projectForm } from '../project/project-form.page.ts';
import { reasonForDeleting } from '../project/deletion.ts';
import { when } from '../project/projects.ts';
import { revoke } from './revoke.form.ts';

const bySupport: Pick<ProjectForm, 'needs' | 'permitted' | 'forWhom'> = {
  needs: 'service-support',
  permitted: (_, { user }) => maySupport(user),
  forWhom: 'Only service support can do this',
};

const sure = (label: string, required: string, button: string) =>
  form({ fields: { sure: tick({ label, required }) }, button });

/** What only service support does is done for a reason, which the history keeps. */
const withReason = (label: string, required: string, button: string) =>
  form({ fields: { reason: textarea({ label, required, max: 2_000 }) }, button });

const writeReason = async (
  em: EntityManager,
  projectId: string,
  what: string,
  { answer, context, isChanged }: { answer: { reason: string }; context: CommandContext; isChanged: boolean },
): Promise<boolean> => {
  if (isChanged)
    em.create(HistoryRow, { projectId, ...when(context), kind: 'state', what, before: null, after: answer.reason });
  await em.flush();
  return isChanged;
};

const trustIsKnown = async (em: EntityManager, { incomingTrust: { ukprn } }: CompleteProject): Promise<boolean> =>
  ukprn !== null && (await trustByUkprn(em, ukprn)) !== undefined;

/** The page of a project where something that is missing is done. */
function pageOf({ id, kind }: CompleteProject, fixOn: string): string {
  const parts: Readonly<Record<string, string>> = { dates: '/dates', about: '/about', hold: '/hold/end' };
  const path = tasksOf[kind].some(({ name }) => name === fixOn) ? `/tasks/${fixOn}` : (parts[fixOn] ?? '');
  return `/projects/${id}${path}`;
}

const complete = projectForm({
  ...byManagers,
  address: 'complete',
  title: 'Complete this project',
  says: ({ about: { project } }) => [
    `Completing ends the work on this ${project.kind}. Afterwards it can be read; notes, contacts and the last section's tasks can still be saved.`,
  ],
  missing: async ({ em, about: { project }, today }) =>
    missingForCompletion(project, { today, trustInRegister: await trustIsKnown(em, project) }).map(
      ({ message, fixOn }) => ({ text: message, href: pageOf(project, fixOn) }),
    ),
  form: sure('Yes, the project is complete', 'Confirm that the project is complete', 'Complete project'),
  facts: trustIsKnown,
  rule: (project, { context, facts }) =>
    project.state === 'completed'
      ? changed(project) // the form was sent twice
      : completeProject(project, { ...context, trustInRegister: facts }),
  next: '',
  saved: 'Project completed',
  already: 'Nothing was changed: the project is completed already',
});

const hold = projectForm({
  ...byManagers,
  address: 'hold',
  title: 'Put this project on hold',
  form: form({
    fields: {
      reason: textarea({
        label: 'Why is the project on hold?',
        required: 'Enter why the project is on hold',
        max: 2_000,
      }),
    },
    button: 'Put on hold',
  }),
  rule: (project, { answer, context }) =>
    project.onHold?.reason === answer.reason
      ? changed(project)
      : holdProject(project, { ...context, reason: answer.reason }),
  next: '',
  saved: 'The project is on hold',
});

const resume = projectForm({
  ...byManagers,
  address: 'hold/end',
  title: 'Go on with this project',
  says: ({ about: { project } }) => (project.onHold ? [`It is on hold because: ${project.onHold.reason}`] : []),
  form: sure('Yes, the project is no longer on hold', 'Confirm that the project is no longer on hold', 'End the hold'),
  rule: (project, { context }) => resumeProject(project, context),
  next: '',
  saved: 'The project is no longer on hold',
});

const otherLivingSql = `select id from project where urn = $1 and id <> $2 and state in ('inactive', 'active') limit 1`;

const reopen = projectForm({
  ...bySupport,
  address: 'reopen',
  title: 'Open this project again',
  states: ['completed', 'dao_revoked'],
  missing: async ({ em, about: { project } }) => {
    const [other] = await sql<{ id: string }>(em, otherLivingSql, [project.urn, project.id]);
    return other ? [{ text: 'Another project of this school is open', href: `/projects/${other.id}` }] : [];
  },
  says: () => ['It becomes active again, and the day on which it ended is removed. Prepare is told.'],
  form: withReason('Why is it opened again?', 'Enter why the project is opened again', 'Open again'),
  facts: async (em, { urn, id }) =>
    (await tryHoldSchool(em, urn)) && { other: (await sql<{ id: string }>(em, otherLivingSql, [urn, id]))[0] ?? null },
  rule: (project, { context, facts }) => {
    if (project.state === 'active') return changed(project); // opened again already, from another tab
    return facts
      ? reopenProject(project, { ...context, ...facts })
      : refused('An approval of this school is being handed over at this moment. Press the button again');
  },
  also: (em, { id }, saved) => writeReason(em, id, 'Reason for opening again', saved),
  next: '',
  saved: 'The project is open again',
  already: 'Nothing was changed: the project is open already',
});

const remove = projectForm({
  ...bySupport,
  address: 'delete',
  title: 'Delete this project',
  states: completeStates.names,
  says: () => [
    'Only service support sees the project afterwards, and nobody can change it. Prepare is told and may hand it over again.',
  ],
  form: withReason('Why is it deleted?', 'Enter why the project is deleted', 'Delete project'),
  rule: (project, { context }) => deleteProject(project, context),
  also: (em, { id }, saved) => writeReason(em, id, reasonForDeleting, saved),
  next: '',
  leavesTo: '/projects/in-progress',
  saved: 'Project deleted',
  warning: true,
});

/** Forms whose addresses begin alike stand with the longer one first. */
export const lifeForms = [complete, resume, hold, revoke, reopen, remove];
