import { type CompleteProject, type Contact, keyContacts } from '@academies/contracts';
import { isContact, type KeyContact, tasksOf } from '@academies/complete';
import { v5 } from 'uuid';
import { inTurn } from './days.ts';
import { firstNames, lastNames } from './texts.table.ts';

/** A contact of the demo, and the task that names it. */
export interface DemoContact {
  readonly contact: Contact;
  readonly as: KeyContact;
}

const categories: Readonly<Record<KeyContact, Contact['category']>> = {
  headteacher: 'school',
  chair_of_governors: 'school',
  incoming_trust_ceo: 'incoming_trust',
  outgoing_trust_ceo: 'outgoing_trust',
  main_contact: 'school',
};

/** The key contacts that the task list of a project names, made up. */
export function contactsOf({ id, kind, urn }: CompleteProject, turn: number): DemoContact[] {
  const named = tasksOf[kind].flatMap(({ fields }) => Object.keys(fields).filter(isContact));
  return named.map((as, place) => {
    const first = inTurn(firstNames, turn + 3 * place);
    const last = inTurn(lastNames, turn * 5 + place);
    return {
      as,
      contact: {
        id: v5(as, id),
        category: categories[as],
        name: `${first} ${last}`,
        role: keyContacts.say(as),
        organisation: null,
        email: `${first}.${last}@school-${urn}.example`.toLowerCase(),
        phone: `01632 960${String(100 + ((turn * 7 + place) % 900))}`,
        primary: as === 'main_contact' || as === 'incoming_trust_ceo',
      },
    };
  });
}
