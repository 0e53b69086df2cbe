import { type CompleteProject, type Contact, type keyContacts, type Verdict } from '@academies/contracts';
import { changeProject, refusedUnlessActive } from '../projects/change-project.ts';
import type { Occasion } from '../projects/occasion.ts';

/** A new contact, and the key contact that a task names with it, if any. */
export interface NewContact extends Occasion {
  readonly contact: Contact;
  readonly as?: (typeof keyContacts.names)[number];
}

/** Adds a contact; a primary one takes the mark from the other of its organisation (domain/complete.md, "Contacts"). */
export function addContact(project: CompleteProject, { contact, as, by }: NewContact): Verdict {
  const notNow = refusedUnlessActive(project);
  if (notNow) return notNow;
  const others = project.contacts.map((other) =>
    contact.primary && other.category === contact.category ? { ...other, primary: false } : other,
  );
  return changeProject(
    project,
    {
      contacts: [...others, contact],
      keyContacts: as ? { ...project.keyContacts, [as]: contact.id } : project.keyContacts,
    },
    by,
  );
}
