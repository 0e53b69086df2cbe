import type { Sql } from '@academies/database';

/** Does what was not yet done on this server. The mark comes last: what was killed in the middle is done again. */
export async function doneOnce(server: Sql, name: string, work: () => Promise<void>): Promise<void> {
  await server.all(
    'create table if not exists demo_step (name text primary key, done_at timestamptz not null default now())',
  );
  const done = await server.all('select from demo_step where name = $1', [name]);
  if (done.length > 0) return;
  await work();
  await server.all('insert into demo_step (name) values ($1)', [name]);
}
