import type { Kind } from '@academies/contracts';
import { sql } from '@academies/database';
import type { Choices } from '@academies/lists';
import { inWords } from '@academies/web';
import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Steps through an index from one value to the next, which costs as much as there are values; `distinct` would read every
 * row (docs/adr/007-lists.md). `next` asks for the least value after `value`.
 */
const each = (first: string, next: string): string => `
  with recursive each (value) as (
    select (${first}) union all select (${next}) from each where value is not null
  )`;

const authoritiesSql = `${each(
  'select min(local_authority_code) from register_establishment',
  'select min(local_authority_code) from register_establishment where local_authority_code > value',
)}
  select value, (select local_authority_name from register_establishment where local_authority_code = value limit 1) as text
    from each where value is not null
   order by text`;

/** The local authorities of the register. */
export const localAuthorities = (em: EntityManager): Promise<Choices> => pairs(em, authoritiesSql);

const peopleSql = `${each(
  'select min(assigned_to) from project_listing where kind = $1',
  'select min(assigned_to) from project_listing where kind = $1 and assigned_to > value',
)}
  select value, coalesce(person.name, (
           select state #>> '{assignedTo,name}'
             from project_listing l join project p on p.id = l.project_id
            where l.kind = $1 and l.assigned_to = value limit 1)) as text
    from each left join person on email = value
   where value is not null
   order by text`;

/** Who has projects of a kind. */
export const assignedPeople = (em: EntityManager, kind: Kind): Promise<Choices> => pairs(em, peopleSql, [kind]);

const monthsSql = `${each(
  'select left(min(decision_date), 7) from project_listing where kind = $1',
  `select left(min(decision_date), 7) from project_listing where kind = $1 and decision_date > value || '-99'`,
)}
  select value, value as text from each where value is not null`;

/** The months in which projects of a kind were decided, or are to be. */
export const decisionMonths = async (em: EntityManager, kind: Kind): Promise<Choices> =>
  (await pairs(em, monthsSql, [kind])).map(([month]) => [month, inWords.month(`${month}-01`)]);

async function pairs(em: EntityManager, statement: string, parameters: unknown[] = []): Promise<Choices> {
  const rows = await sql<{ value: string; text: string | null }>(em, statement, parameters);
  return rows.map(({ value, text }) => [value, text ?? value]);
}
