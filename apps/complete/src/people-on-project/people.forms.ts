import {
  assignProject,
  changeAddedBy,
  handToTeam,
  mayAssign,
  mayChangeAddedBy,
  TeamNoticeRow,
} from '@academies/complete';
import { refused, type Person, teams } from '@academies/contracts';
import { form, select, textarea } from '@academies/forms';
import type { EntityManager } from '@mikro-orm/postgresql';
import { asOption, assignable, assignablePeople } from '../project/people.ts';
import { writeNote } from '../project/notes.ts';
import { byManagers } from '../project/managers.ts';
import { projectForm } from '../project/project-form.page.ts';

const nobody = 'nobody';
const people = async (em: EntityManager) => (await assignablePeople(em)).map(asOption);
const emailOf = (person: Person | null): string => person?.email.toLowerCase() ?? nobody;
const unknown = refused('Select a person from the list', 'person');

const assign = projectForm({
  address: 'people/assign',
  title: 'Assign this project',
  needs: 'assign',
  permitted: (project, { user }) => mayAssign(project, user),
  forWhom:
    'Only the leader of the team, a regional delivery officer of its region and service support can assign this project',
  says: ({ about: { project } }) => [
    project.assignedTo ? `It is assigned to ${project.assignedTo.name} now.` : 'It is assigned to nobody now.',
  ],
  form: form({
    fields: { person: select({ label: 'Assign to', required: 'Select a person' }) },
    button: 'Assign',
  }),
  values: ({ assignedTo }) => ({ person: emailOf(assignedTo) }),
  offer: async ({ em }) => ({ person: [{ value: nobody, text: 'Nobody (unassigned)' }, ...(await people(em))] }),
  facts: (em, _, { answer }) => assignable(em, answer.person),
  rule: (project, { answer, context, facts: to }) =>
    answer.person === nobody
      ? assignProject(project, { ...context, to: null })
      : to
        ? assignProject(project, { ...context, to })
        : unknown,
  next: '/people',
  saved: ({ person }) => (person === nobody ? 'The project is unassigned' : 'Project assigned'),
});

const handOn = projectForm({
  ...byManagers,
  address: 'people/team',
  title: 'Hand this project to another team',
  says: ({ about: { project } }) => [
    `${project.team ? teams.say(project.team) : 'No team'} runs it now. Afterwards it is unassigned, and the leaders of the other team are told.`,
  ],
  form: form({
    fields: {
      team: select({ label: 'Team', choices: teams.table, required: 'Select a team' }),
      comment: textarea({
        label: 'What should that team know?',
        hint: 'It becomes a note on the project.',
        required: 'Enter what that team should know',
      }),
    },
    button: 'Hand to this team',
  }),
  stands: ({ team }) => ({ team }),
  rule: (project, { answer, context }) => handToTeam(project, { ...context, team: answer.team }),
  also: async (em, { id: projectId, team }, { answer, context }) => {
    if (team) await em.upsert(TeamNoticeRow, { projectId, team, toldAt: new Date(context.at) });
    return writeNote(em, { projectId, text: answer.comment, ...context });
  },
  next: '/people',
  saved: ({ team }) => `Handed to ${teams.say(team)}. The project is unassigned`,
});

const addedBy = projectForm({
  address: 'people/added-by',
  title: 'Change who added this project',
  needs: 'manage-project',
  permitted: (project, { user }) => mayChangeAddedBy(project, user),
  forWhom: 'Only the leader of the team and service support can change who added this project',
  form: form({
    fields: { person: select({ label: 'Added by', required: 'Select a person' }) },
    button: 'Save',
  }),
  values: ({ createdBy }) => ({ person: emailOf(createdBy) }),
  offer: async ({ em }) => ({ person: await people(em) }),
  facts: (em, _, { answer }) => assignable(em, answer.person),
  rule: (project, { context, facts }) => (facts ? changeAddedBy(project, { ...context, addedBy: facts }) : unknown),
  next: '/people',
  saved: 'Saved who added the project',
});

export const peopleForms = [assign, handOn, addedBy];
