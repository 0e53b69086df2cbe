import { type CompleteProject, keyContacts } from '@academies/contracts';
import { sql } from '@academies/database';
import type { Erased, ErasingOptions } from '@academies/erasing';
import type { EntityManager } from '@mikro-orm/postgresql';

const livingSql = `
  select prepare_id as "prepareId", urn, document -> 'assignedTo' as "assignedTo", document -> 'contacts' as contacts,
         document -> 'keyContacts' as "keyContacts"
    from project
   where state in ('inactive', 'active') and (assigned_to is not null or document -> 'keyContacts' <> '{}')
   order by prepare_id, urn`;

type Living = Pick<CompleteProject, 'prepareId' | 'urn' | 'assignedTo' | 'contacts' | 'keyContacts'>;

/** Living projects that somebody runs, or where a task has chosen them as a contact: somebody else takes that over first. */
export async function stillNeeded(em: EntityManager, erased: Erased): Promise<string[]> {
  return (await sql<Living>(em, livingSql)).flatMap(({ assignedTo, contacts, keyContacts: chosen, ...project }) => {
    const where = `${project.prepareId}/${project.urn} in Complete`;
    const runs = assignedTo && erased.is('email', assignedTo.email) ? [`${where}: they are assigned to it`] : [];
    const isThey = ({ name, email }: { name: string; email: string | null }) =>
      email ? erased.is('email', email) : erased.isName(name);
    const theirs = new Set(contacts.filter(isThey).map(({ id }) => id));
    const as = keyContacts.names.filter((name) => theirs.has(chosen[name] ?? ''));
    return [...runs, ...as.map((name) => `${where}: they are the ${keyContacts.say(name).toLowerCase()}`)];
  });
}

/** What Complete says of itself to those who erase; Handover, which reads events, does it in Complete's database. */
export const completesErasing: Omit<ErasingOptions, 'settings' | 'logger'> = {
  service: 'complete',
  group: 'complete-erasing',
  rules: { gone: { absence: ['stand_in'] } },
  living: stillNeeded,
};
