import type { Person } from '@academies/contracts';
import { sql } from '@academies/database';
import type { SignedInUser } from '@academies/web';
import type { EntityManager } from '@mikro-orm/postgresql';
import { PersonRow } from './project.tables.ts';

/** People whom projects can be assigned to, by name. */
export async function activePeople(em: EntityManager): Promise<Person[]> {
  const rows = await em.find(
    PersonRow,
    { active: true },
    { orderBy: { name: 'asc', email: 'asc' }, disableIdentityMap: true },
  );
  return rows.map(({ email, name }) => ({ email, name }));
}

export async function activePerson(em: EntityManager, email: string): Promise<Person | null> {
  const row = await em.findOne(PersonRow, { email, active: true }, { disableIdentityMap: true });
  return row && { email: row.email, name: row.name };
}

const savePersonSql = `
  insert into person as known (email, name, team) values ($1, $2, $3)
  on conflict (email) do update set name = excluded.name, team = excluded.team
   where (known.name, known.team) is distinct from (excluded.name, excluded.team)`;

/** Remembers somebody as the sign-in knows them. Who is deactivated stays so. */
export const savePerson = (em: EntityManager, { email, name, team }: Person & Pick<SignedInUser, 'team'>) =>
  sql(em, savePersonSql, [email, name, team ?? null]);
