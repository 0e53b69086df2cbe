import type { Contact } from '@academies/contracts';
import { anActiveProject, given, context } from '../fixtures.spec.ts';
import { deleteContact, keyContactsOf, saveContact } from './contacts.ts';

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
      .when(saveContact, { ...context, contact: contact(3) })
      .thenEvent({ project: { contacts: [{ primary: false }, { primary: true }, { primary: true }] } }));
  it('leaves the primary contact alone when it is not one', () =>
    given(anActiveProject({ contacts: [contact(1)] }))
      .when(saveContact, { ...context, contact: contact(2, { primary: false }) })
      .thenEvent({ project: { contacts: [{ primary: true }, { primary: false }] } }));
  it('can name it for a task', () =>
    given(anActiveProject())
      .when(saveContact, { ...context, contact: contact(1), as: 'headteacher' })
      .thenEvent({ project: { keyContacts: { headteacher: contact(1).id } } }));
});

describe('Changing a contact', () => {
  const two = anActiveProject({ contacts: [contact(1), contact(2, { primary: false })] });
  it('leaves its place and every other contact as they are', () =>
    given(two)
      .when(saveContact, { ...context, contact: contact(2, { primary: false, phone: '0113 496 0000' }) })
      .thenEvent({ project: { contacts: [{ primary: true }, { primary: false, phone: '0113 496 0000' }] } }));
  it('moves the mark of the primary contact', () =>
    given(two)
      .when(saveContact, { ...context, contact: contact(2) })
      .thenEvent({ project: { contacts: [{ primary: false }, { primary: true }] } }));
  it('sent twice is no second event', () =>
    given(two)
      .when(saveContact, { ...context, contact: contact(1) })
      .then());
  it('is possible when the project is completed, not when its order was revoked', () => {
    given(anActiveProject({ state: 'completed' }))
      .when(saveContact, { ...context, contact: contact(1) })
      .then('complete.project.changed.v1');
    given(anActiveProject({ state: 'dao_revoked' }))
      .when(saveContact, { ...context, contact: contact(1) })
      .thenRefused('not active');
  });
});

describe('Deleting a contact', () => {
  const named = anActiveProject({
    contacts: [contact(1), contact(2)],
    keyContacts: { headteacher: contact(1).id, main_contact: contact(2).id },
  });
  it('that no task names just goes; one that is gone already is no event', () => {
    const project = { ...named, keyContacts: {} };
    given(project)
      .when(deleteContact, { ...context, contact: contact(1).id, losesFrom: [] })
      .thenEvent({ project: { contacts: [{ id: contact(2).id }] } });
    given(project)
      .when(deleteContact, { ...context, contact: contact(7).id, losesFrom: [] })
      .then();
  });
  it('that a task names is refused until it was said which task loses it', () => {
    expect(keyContactsOf(named, contact(1).id)).toEqual(['headteacher']);
    const asked = { ...context, contact: contact(1).id };
    given(named)
      .when(deleteContact, { ...asked, losesFrom: [] })
      .thenRefused('headteacher');
    given(named)
      .when(deleteContact, { ...asked, losesFrom: ['headteacher'] })
      .thenEvent({ project: { keyContacts: { main_contact: contact(2).id } } });
  });
});
