import type { IsoDate, Person } from '@academies/contracts';
import { sql } from '@academies/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import { lasts } from './absence.ts';

/** Somebody who is away today, and who stands in; nobody does when that person was deactivated meanwhile. */
export interface Away {
  readonly person: Person;
  readonly until: IsoDate;
  readonly standIn: Person | null;
}

/** Whose absence is asked for: of whom, or by whom somebody stands in. */
interface Whose {
  readonly of?: readonly string[];
  readonly standIn?: string;
}

const absencesSql = `
  select json_build_object('email', p.email, 'name', p.name) as person, a.first_day as from, a.last_day as to,
         case when s.email is not null then json_build_object('email', s.email, 'name', s.name) end as "standIn"
    from absence a
    join person p on p.email = a.email and p.deactivated_at is null
    left join person s on s.email = a.stand_in and s.may_sign_in and s.deactivated_at is null
   where a.email = any ($1) or a.stand_in = $2
   order by a.last_day, p.name, p.email`;
type Row = Away & { readonly from: IsoDate; readonly to: IsoDate };

/** Who of these is away today (docs/domain/complete.md, "Absence"). */
export async function awayToday(em: EntityManager, { of = [], standIn }: Whose, today: IsoDate): Promise<Away[]> {
  const emails = of.map((email) => email.toLowerCase());
  const rows = await sql<Row>(em, absencesSql, [emails, standIn?.toLowerCase() ?? null]);
  return rows.filter((row) => lasts(row, today)).map((row) => ({ ...row, until: row.to }));
}
