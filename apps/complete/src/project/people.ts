import { activePeople, PersonRow } from '@academies/complete';
import { type Person, type Team, teams } from '@academies/contracts';
import { type Pool, sql } from '@academies/database';
import { may, type SignedInUser } from '@academies/web';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';

/** Somebody to whom projects can be assigned. */
export interface Assignable extends Person {
  readonly team: Team | null;
}

/** Everybody to whom projects can be assigned, by name. */
export async function assignablePeople(em: EntityManager): Promise<Assignable[]> {
  const rows = await em.find(PersonRow, activePeople, {
    orderBy: { name: 'asc', email: 'asc' },
    disableIdentityMap: true,
  });
  return rows.map(({ email, name, team = null }) => ({ email, name, team }));
}

/**
 * Somebody to whom a project is about to be assigned, who cannot be deactivated until the transaction ends: whoever
 * deactivates them waits, and then hands this project on too.
 */
export async function assignable(em: EntityManager, email: string): Promise<Person | undefined> {
  const found = await em.findOne(
    PersonRow,
    { ...activePeople, email },
    { lockMode: LockMode.PESSIMISTIC_READ, disableIdentityMap: true },
  );
  return found ? { email: found.email, name: found.name } : undefined;
}

/** Them as a choice. */
export const asOption = ({ email, name, team }: Assignable) => ({
  value: email,
  text: `${name} (${email}${team ? `, ${teams.say(team)}` : ''})`,
});

const savePersonSql = `
  insert into person as known (email, name, team, leads, may_sign_in, last_seen) values ($1, $2, $3, $4, $5, $6)
  on conflict (email) do update
     set (name, team, leads, may_sign_in, last_seen)
         = (excluded.name, excluded.team, excluded.leads, excluded.may_sign_in, excluded.last_seen)
   where known.deactivated_at is null`;

/** Somebody as the sign-in knows them. */
export type Known = Person & Pick<SignedInUser, 'team' | 'roles'>;

/** Remembers somebody as the sign-in knows them, also one who so far was only the creator of a project. */
export const savePerson = (em: EntityManager, user: Known, now: Date | null) =>
  sql(em, savePersonSql, [
    ...[user.email.toLowerCase(), user.name, user.team ?? null, user.roles.includes('team_leader')],
    ...[may(user, 'manage-project'), now],
  ]);

const deactivatedSql = 'select from person where email = $1 and deactivated_at is not null';

/** What is said at the door to somebody whom service support has deactivated (docs/domain/README.md, "People"). */
export async function whyRefused(pool: Pool, { email }: SignedInUser): Promise<string | undefined> {
  const { rowCount } = await pool.query(deactivatedSql, [email.toLowerCase()]);
  return rowCount ? 'Your access to Complete has ended. Ask service support if you need it again.' : undefined;
}
