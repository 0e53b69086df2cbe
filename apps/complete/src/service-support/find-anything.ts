import { sql } from '@academies/database';
import { findUnsentMails } from '@academies/mail';
import { deadLetters } from '@academies/messaging';
import { pageSize } from '@academies/web';
import type { EntityManager } from '@mikro-orm/postgresql';
import { subjectOf } from '../project/mail/mails.table.ts';
import { foundProjects } from './found-projects.ts';
import { lettersInWords } from './letters-in-words.ts';
import type { Sought } from './sought.ts';

const peopleSql = `select email, name, deactivated_at is not null as "isInactive" from person where email = $1`;

/** Which consumers have had an event; the inbox is asked group by group, as its key has it. */
const arrivedSql = `
  select distinct consumer_group as "group" from inbox
   where event_id = $1 and consumer_group in (select consumer_group from consumer_position)`;

/** All that Complete's database has of a project, an event, a key or an address, in words and with where to go. */
export async function findAnything(em: EntityManager, sought: Sought) {
  const { text, uuid, prepareId, email } = sought;
  const letters = await deadLetters(em).find(uuid ?? prepareId ?? text);
  const told = await lettersInWords(em, letters);
  const mails = await findUnsentMails(em, { to: email, id: uuid });
  return {
    ...(await foundProjects(em, sought)),
    letters: letters.map((letter, index) => ({ ...letter, ...told[index], state: letter.state })),
    arrived: uuid ? (await sql<{ group: string }>(em, arrivedSql, [uuid])).map(({ group }) => group) : [],
    people: email ? await sql(em, peopleSql, [email]) : [],
    mails: mails.map((mail) => ({
      ...mail,
      subject: subjectOf(mail),
      href: `/service-support/e-mails?page=${Math.ceil(mail.place / pageSize)}#e-mail-${mail.id}`,
    })),
  };
}
