import {
  deleteContact,
  isContact,
  type KeyContact,
  keyContactsOf,
  maySaveTasks,
  saveContact,
  tasksOf,
} from '@academies/complete';
import { type CompleteProject, type Contact, NotFoundError } from '@academies/contracts';
import type { Known } from '@academies/forms';
import { v7 } from 'uuid';
import { byManagers } from '../project/managers.ts';
import type { Opened } from '../project/project-form.ts';
import { projectForm } from '../project/project-form.page.ts';
import { contactForm, contactOf, deleteForm, whoForm } from './contact.forms.ts';
import { categoriesOf, knownContact, whoIsAskedFor, whoMayBe } from './who.table.ts';

/** The task that asked for a contact, if one did that the person may save: `?for=headteacher`. */
function taskOf({ about, user, query: { for: task } }: Opened): KeyContact | undefined {
  const { project } = about;
  const isTask = typeof task === 'string' && isContact(task) && tasksOf[project.kind].some(({ name }) => name === task);
  return isTask && project.state === 'active' && maySaveTasks(about, user) ? task : undefined;
}

const found = ({ contacts }: CompleteProject, id: string): Contact | undefined => contacts.find((one) => one.id === id);
const contactNamed = ({ about, item }: Pick<Opened, 'about' | 'item'>): Contact => {
  const contact = found(about.project, item);
  if (!contact) throw new NotFoundError('COMPLETE.NO_CONTACT', 'There is no such contact of this project');
  return contact;
};

/** Who is it? What comes next knows category, role and organisation of those whom most projects have. */
const addContact = projectForm({
  ...byManagers,
  states: ['active', 'completed'],
  address: 'contacts/add',
  title: 'Add a contact',
  form: whoForm,
  values: (_, opened) => ({ who: whoIsAskedFor(taskOf(opened)) }),
  offer: async ({ about }) => ({ who: whoMayBe(about.project.kind) }),
  rule: (project, { answer, opened }) =>
    whoMayBe(opened.about.project.kind).some(({ value }) => value === answer.who)
      ? { state: project, events: [] }
      : { problems: [{ field: 'who', message: 'Select who you want to add' }] },
  // The id is drawn here, so that a form that is sent twice saves one contact.
  next: ({ answer, opened }) => {
    const task = taskOf(opened);
    return `/contacts/${v7()}/details?${new URLSearchParams({ who: answer.who, ...(task && { for: task }) }).toString()}`;
  },
});

const nothingKnown = {
  category: null,
  name: null,
  role: null,
  organisation: null,
  email: null,
  phone: null,
  primary: null,
};

/** What the form of a contact holds: the contact, or what is known of who it will be. */
function valuesOf(project: CompleteProject, { about, item, query }: Opened): Known<typeof contactForm.fields> {
  const contact = found(project, item);
  if (contact) return contact;
  const known = knownContact(query['who']);
  if (!known) return nothingKnown;
  const { category, role, organisation } = known;
  return { ...nothingKnown, category, role, organisation: organisation(about), ...known.person?.(about) };
}

const contactDetails = projectForm({
  ...byManagers,
  states: ['active', 'completed'],
  address: 'contacts/:item/details',
  title: ({ about, item, query }) => {
    const contact = found(about.project, item);
    return contact ? `Change ${contact.name}` : `Add ${knownContact(query['who'])?.text.toLowerCase() ?? 'a contact'}`;
  },
  says: ({ about, item, query }) =>
    !found(about.project, item) && knownContact(query['who'])?.person
      ? ['The name and job title come from the register. Correct them if they are out of date.']
      : [],
  form: contactForm,
  offer: async ({ about }) => ({ category: categoriesOf(about.project.kind) }),
  values: valuesOf,
  rule: (project, { answer, context, opened }) => {
    const as = taskOf(opened);
    return saveContact(project, { ...context, contact: contactOf(opened.item, answer), ...(as && { as }) });
  },
  next: ({ opened }) => {
    const as = taskOf(opened);
    return as ? `/tasks/${as}` : '/contacts';
  },
  saved: ({ name }) => `Contact saved: ${name}`,
});

/** The titles of the tasks that name a contact. */
const tasksThatName = (project: CompleteProject, id: string): string[] =>
  keyContactsOf(project, id).map((as) => tasksOf[project.kind].find(({ name }) => name === as)?.title ?? as);

const removeContact = projectForm({
  ...byManagers,
  states: ['active', 'completed'],
  address: 'contacts/:item/delete',
  title: (opened) => `Delete ${contactNamed(opened).name}`,
  says: (opened) =>
    tasksThatName(opened.about.project, opened.item).map(
      (task) => `The task “${task}” names this contact and loses it.`,
    ),
  form: deleteForm,
  stands: (project, { item }) => ({ named: keyContactsOf(project, item) }),
  rule: (project, { context, opened: { item } }) =>
    deleteContact(project, { ...context, contact: item, losesFrom: keyContactsOf(project, item) }),
  next: '/contacts',
  saved: 'Contact deleted',
  warning: true,
});

export const contactForms = [addContact, contactDetails, removeContact];
