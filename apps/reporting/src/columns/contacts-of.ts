import type { Contact } from '@academies/contracts';
import type { TheProject } from './the-project.ts';

/** By name, letter case aside; equal names by id, so that the order is the same on every machine. */
const byName = (one: Contact, other: Contact): number => {
  const [a, b] = [one.name.toLowerCase(), other.name.toLowerCase()];
  if (a !== b) return a < b ? -1 : 1;
  return one.id < other.id ? -1 : 1;
};

/** Every contact of a category, in name order. */
export const contactsOf = (project: TheProject, category: Contact['category']): readonly Contact[] =>
  project.contacts.filter((contact) => contact.category === category).sort(byName);

/** The contact marked primary for its organisation. */
export const primaryOf = (project: TheProject, category: Contact['category']): Contact | undefined =>
  contactsOf(project, category).find(({ primary }) => primary);

/** The person whom a task names: the headteacher, the main contact … */
export function keyContactOf(project: TheProject, key: keyof TheProject['keyContacts']): Contact | undefined {
  const id = project.keyContacts[key];
  return id === undefined ? undefined : project.contacts.find((contact) => contact.id === id);
}
