import {
  type CommandContext,
  type CommandResult,
  type CompleteProject,
  type Contact,
  keyContacts,
  refused,
} from '@academies/contracts';
import { changeProject, refusedUnlessActive } from '../project/change-project.ts';

/** The people whom tasks name. */
export type KeyContact = (typeof keyContacts.names)[number];

/** A contact as it shall be, and the key contact that a task names with it, if any. */
export interface SaveContact extends CommandContext {
  readonly contact: Contact;
  readonly as?: KeyContact;
}

/** Contacts may still be saved when a project is completed (docs/domain/complete.md, "States"). */
const refusedNow = (project: CompleteProject) =>
  project.state === 'completed' ? undefined : refusedUnlessActive(project);

/** Of these organisations one contact can be the primary one; of the others nobody asks who is. */
export const organisationsWithPrimary: readonly Contact['category'][] = [
  'school',
  'incoming_trust',
  'outgoing_trust',
  'local_authority',
];

/**
 * Adds a contact, or changes the one with its id. A primary one takes the mark from the other of its organisation; one
 * without the mark leaves that other alone (docs/domain/complete.md, "Contacts").
 */
export function saveContact(
  project: CompleteProject,
  { contact, as, by }: SaveContact,
): CommandResult<CompleteProject> {
  const notNow = refusedNow(project);
  if (notNow) return notNow;
  if (contact.category === 'outgoing_trust' && project.kind === 'conversion')
    return refused('A conversion has no outgoing trust. Select another organisation', 'category');
  const isIt = ({ id }: Contact) => id === contact.id;
  const placed = project.contacts.some(isIt)
    ? project.contacts.map((one) => (isIt(one) ? contact : one))
    : [...project.contacts, contact];
  const contacts = placed.map((one) =>
    contact.primary && !isIt(one) && one.category === contact.category ? { ...one, primary: false } : one,
  );
  const named = as ? { ...project.keyContacts, [as]: contact.id } : project.keyContacts;
  return changeProject(project, { contacts, keyContacts: named }, by);
}

/** The key contacts that a contact is, in the order of the vocabulary. */
export const keyContactsOf = ({ keyContacts: named }: CompleteProject, contact: string): KeyContact[] =>
  keyContacts.names.filter((as) => named[as] === contact);

/** Removes a contact. The tasks that name it lose it, which must have been said to whoever asks (docs/domain/complete.md, "Contacts"). */
export function deleteContact(
  project: CompleteProject,
  { contact, losesFrom, by }: CommandContext & { contact: string; losesFrom: readonly KeyContact[] },
): CommandResult<CompleteProject> {
  const notNow = refusedNow(project);
  if (notNow) return notNow;
  const named = keyContactsOf(project, contact);
  if (named.length > 0 && project.state === 'completed')
    return refused('A task of this completed project names the contact. Change the contact instead');
  const untold = named.find((as) => !losesFrom.includes(as));
  if (untold) return refused(`A task names this contact as ${keyContacts.say(untold).toLowerCase()}`);
  const left = Object.entries(project.keyContacts).filter(([, id]) => id !== contact);
  return changeProject(
    project,
    {
      contacts: project.contacts.filter(({ id }) => id !== contact),
      keyContacts: named.length > 0 ? Object.fromEntries(left) : project.keyContacts,
    },
    by,
  );
}

/** One of the project's contacts is who a task asks for, or nobody is (docs/domain/complete.md, "Contacts"). */
export function chooseKeyContact(
  project: CompleteProject,
  { as, contact, by }: CommandContext & { as: KeyContact; contact: string | null },
): CommandResult<CompleteProject> {
  const notNow = refusedUnlessActive(project);
  if (notNow) return notNow;
  if (contact !== null && !project.contacts.some(({ id }) => id === contact))
    return refused('Choose one of the contacts of the project', as);
  const { [as]: _, ...others } = project.keyContacts;
  return changeProject(project, { keyContacts: contact === null ? others : { ...others, [as]: contact } }, by);
}
