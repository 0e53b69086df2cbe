import { activePeople, awayToday, mayEnterAbsence, PersonRow } from '@academies/complete';
import { sql } from '@academies/database';
import type { Asked, Visitor } from '@academies/lists';
import { may } from '@academies/web';
import type { EntityManager } from '@mikro-orm/postgresql';
import { awayInWords } from '../project/project-frame.ts';

const runsSql = `
  select assigned_to as email, count(*)::int as count from project_listing
   where state = 'active' and assigned_to = any ($1) group by assigned_to`;

/** For whom whoever looks stands in, and how many projects that is; and whether they are away themselves. */
export async function standingIn(em: EntityManager, { email, today }: Visitor) {
  const away = await awayToday(em, { of: [email], standIn: email }, today);
  const others = away.filter(({ standIn }) => standIn?.email === email.toLowerCase());
  const rows = await sql<{ email: string; count: number }>(em, runsSql, [others.map(({ person }) => person.email)]);
  const counts = new Map(rows.map((row) => [row.email, row.count]));
  const own = away.find(({ person }) => person.email === email.toLowerCase());
  return {
    away: own && awayInWords(own),
    standsInFor: others.map(({ person: { email: of, name }, until }) => ({
      name,
      until,
      href: `/projects/by-user/${encodeURIComponent(of)}`,
      count: counts.get(of) ?? 0,
    })),
  };
}

/** Whether the person of a list is away, and where that is entered by those who may. */
export async function absenceOf(em: EntityManager, { key: email }: Asked, visitor: Visitor) {
  const person = await em.findOne(PersonRow, { email, ...activePeople }, { disableIdentityMap: true });
  if (!person) return {};
  const [away] = await awayToday(em, { of: [email] }, visitor.today);
  const enters = may(visitor, 'manage-project') && mayEnterAbsence({ email, team: person.team ?? null }, visitor);
  return {
    away: away && awayInWords(away),
    enter: enters && `/people/${encodeURIComponent(email)}/absence`,
  };
}
