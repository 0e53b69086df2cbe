import { awayToday } from '@academies/complete';
import type { IsoDate } from '@academies/contracts';
import { sql } from '@academies/database';
import { queueMail } from '@academies/mail';
import type { EntityManager } from '@mikro-orm/postgresql';
import { reminderOf } from './reminder.rules.ts';
import { type ListedToDo, toDoFor } from './to-do.ts';

/** Whoever was first says by this row that a week's reminders are queued; a second waits for the first, and finds it. */
const beginSql = 'insert into reminded_week (week) values ($1) on conflict (week) do nothing returning week';
const remindedSql = `
  select email from person
   where weekly_reminder and may_sign_in and deactivated_at is null
     and (exists (select from project_listing l where l.assigned_to = person.email and l.state = 'active')
          or exists (select from absence a where a.stand_in = person.email and $1 between a.first_day and a.last_day))
   order by email`;

/** Queues the reminders of a week with the word that they are, or finds them queued; answers how many. */
export const queueReminders = (em: EntityManager, { week, url }: { week: IsoDate; url: string }): Promise<number> =>
  em.transactional(async (inside) => {
    if ((await sql(inside, beginSql, [week])).length === 0) return 0;
    let count = 0;
    for (const { email } of await sql<{ email: string }>(inside, remindedSql, [week])) {
      const mail = reminderOf({ email, toDo: await toDoWithAbsent(inside, email, week) }, { week, url });
      if (!mail) continue;
      await queueMail(inside, mail);
      count++;
    }
    return count;
  });

/** What somebody has to do, and what those have for whom they stand in; by date, each of these with whose it is. */
async function toDoWithAbsent(em: EntityManager, email: string, week: IsoDate): Promise<ListedToDo[]> {
  const all = [...(await toDoFor(em, email, week))];
  for (const { person, standIn } of await awayToday(em, { standIn: email }, week))
    if (standIn)
      for (const toDo of await toDoFor(em, person.email, week))
        all.push({ ...toDo, school: `${toDo.school}, for ${person.name}` });
  return all.toSorted((one, other) => one.day.localeCompare(other.day));
}
