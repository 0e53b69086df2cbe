import type pg from 'pg';

/** Does what was not yet done on this server. The mark comes last: what was killed in the middle is done again. */
export async function doneOnce(client: pg.Client, name: string, work: () => Promise<void>): Promise<void> {
  await client.query('create table if not exists demo_step (name text primary key, done_at timestamptz not null default now())');
  const { rowCount } = await client.query('select from demo_step where name = $1', [name]);
  if (rowCount) return;
  await work();
  await client.query('insert into demo_step (name) values ($1)', [name]);
}
