import pg from 'pg';
import { freshDatabase } from './fresh-database.ts';

const ask = async (url: string, sql: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query(sql).finally(() => client.end());
};

describe('A fresh database', () => {
  it('is empty, its own, and on PostgreSQL 18', async () => {
    const [one, other] = await Promise.all([freshDatabase('one'), freshDatabase('one')]);
    expect(one.url).not.toBe(other.url);
    const { rows } = await ask(
      one.url,
      "select current_setting('server_version_num')::int / 10000 as version, count(*)::int as tables from pg_tables where schemaname = 'public'",
    );
    expect(rows).toEqual([{ version: 18, tables: 0 }]);
    await Promise.all([one.drop(), other.drop()]);
  });

  it('comes back as it was dumped, under whoever is connected', async () => {
    const database = await freshDatabase();
    await ask(database.url, 'create table kept (number int)');
    const client = new pg.Client({ connectionString: database.url });
    client.on('error', () => {});
    await client.connect();
    const { restore } = await database.dump();
    await ask(database.url, 'insert into kept values (1)');
    await restore();
    expect((await ask(database.url, 'select number from kept')).rows).toEqual([]);
    await expect(client.query('select 1')).rejects.toThrow();
    await client.end().catch(() => {});
    await database.drop();
  });

  it('goes away, though somebody is connected', async () => {
    const database = await freshDatabase();
    const client = new pg.Client({ connectionString: database.url });
    client.on('error', () => {});
    await client.connect();
    await database.drop();
    await expect(ask(database.url, 'select 1')).rejects.toThrow('does not exist');
    await client.end().catch(() => {});
  });
});
