import { newEvent, type PreparedProject, PreparedProjectRepublished } from '@academies/contracts';
import { sql } from '@academies/database';
import { type PresentState, republish } from '@academies/messaging';
import type { MikroORM } from '@mikro-orm/postgresql';

const idsAfter = `select id from project where number > coalesce($1::int, 0) order by number limit $2`;
const statesOf = `select state from project where id = any($1) order by number`;

/** What Prepare has, for publishing it again: every project, deleted ones too. */
export const presentState: PresentState = {
  subjectsAfter: async (em, last, count) =>
    (await sql<{ id: string }>(em, idsAfter, [last ?? null, count])).map(({ id }) => id),
  eventsOf: async (em, ids) =>
    (await sql<{ state: PreparedProject }>(em, statesOf, [ids])).map(({ state }) =>
      newEvent(PreparedProjectRepublished, { key: state.id, subject: state.id, value: { project: state } }),
    ),
};

const numbersBeyond = `
  select setval('project_number', greatest(last_value, (select max(key::bigint) from unnest($1::text[]) as key
    where key ~ '^[0-9]{1,10}$')), is_called or exists (select from unnest($1::text[]) as key where key ~ '^[0-9]{1,10}$'))
    from project_number`;

/** The database went back: no number of a project that was published is given to another, and all learn what is true now. */
export async function publishPresentState(orm: MikroORM, keys: readonly string[]): Promise<void> {
  await sql(orm.em.fork(), numbersBeyond, [keys]);
  await republish(orm, presentState);
}
