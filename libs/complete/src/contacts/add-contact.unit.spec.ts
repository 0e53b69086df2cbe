import type { Contact } from '@academies/contracts';
import { anActiveProject, given, occasion } from '../examples.spec.ts';
import { addContact } from './add-contact.ts';

const contact = (id: number, more: Partial<Contact> = {}): Contact => ({
  id: `01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a1${id}`,
  category: 'school',
  name: 'Petra Lindley',
  role: 'Headteacher',
  organisation: 'Larkmere Primary School',
  email: null,
  phone: null,
  primary: true,
  ...more,
});

describe('Adding a contact', () => {
  it('takes the mark of the primary contact from the other of that organisation only', () =>
    given(anActiveProject({ contacts: [contact(1), contact(2, { category: 'diocese' })] }))
      .when(addContact, { ...occasion, contact: contact(3) })
      .thenEvent({ project: { contacts: [{ primary: false }, { primary: true }, { primary: true }] } }));
  it('leaves the primary contact alone when it is not one', () =>
    given(anActiveProject({ contacts: [contact(1)] }))
      .when(addContact, { ...occasion, contact: contact(2, { primary: false }) })
      .thenEvent({ project: { contacts: [{ primary: true }, { primary: false }] } }));
  it('can name it for a task', () =>
    given(anActiveProject())
      .when(addContact, { ...occasion, contact: contact(1), as: 'headteacher' })
      .thenEvent({ project: { keyContacts: { headteacher: contact(1).id } } }));
});
