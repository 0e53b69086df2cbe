import { PersonRow, sql } from '@academies/complete';
import type { Person, Team } from '@academies/contracts';
import type { SignedInUser } from '@academies/web';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Somebody to whom projects can be assigned. */
export interface Assignable extends Person {
  readonly team: Team | null;
}

/** Everybody to whom projects can be assigned, by name. */
export async function assignablePeople(em: EntityManager): Promise<Assignable[]> {
  const rows = await em.find(
    PersonRow,
    { maySignIn: true },
    { orderBy: { name: 'asc', email: 'asc' }, disableIdentityMap: true },
  );
  return rows.map(({ email, name, team = null }) => ({ email, name, team }));
}

const keepPersonSql = `
  insert into person as known (email, name, team, may_sign_in) values ($1, $2, $3, true)
  on conflict (email) do update set name = excluded.name, team = excluded.team, may_sign_in = true
   where (known.name, known.team, known.may_sign_in) is distinct from (excluded.name, excluded.team, true)`;

/** Remembers somebody as the sign-in knows them, also one who so far was only the creator of a project. */
export const keepPerson = (em: EntityManager, { email, name, team }: Person & Pick<SignedInUser, 'team'>) =>
  sql(em, keepPersonSql, [email.toLowerCase(), name, team ?? null]);
