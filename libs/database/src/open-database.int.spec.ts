import { type FreshDatabase, freshDatabase } from '@academies/testing';
import { Migration } from '@mikro-orm/migrations';
import { transactionPooler } from './fixtures/transaction-pooler.ts';
import { openDatabase, type Tables } from './open-database.ts';
import { Session } from './session.ts';

/** Slow enough that processes that start together meet in it. */
class CreateLedger extends Migration {
  override up(): void {
    this.addSql('select pg_sleep(0.5)');
    this.addSql('create table ledger (line text not null)');
  }
}
class OpenLedger extends Migration {
  override up(): void {
    this.addSql(`insert into ledger values ('opened')`);
  }
}
class OpenedByHand extends Migration {
  override up(): void {
    this.addSql('create table shelf ()');
  }
}
const tables: Tables = { name: 'books', entities: [], migrations: [CreateLedger, OpenLedger] };

let database: FreshDatabase;
beforeEach(async () => void (database = await freshDatabase('migrations')));
afterEach(() => database.drop());

describe('Opening a database', () => {
  it('never goes on readable where its address asks to be encrypted', async () => {
    const encrypted = `${database.url}?sslmode=verify-full`;
    await expect(openDatabase(encrypted, tables)).rejects.toThrow('SSL');
    await expect(Session.open(encrypted, 'tests')).rejects.toThrow('SSL');
  });

  it('is refused by way of a pooler whose clients take turns on one connection, and changes nothing', async () => {
    const pooler = await transactionPooler(database.url);
    try {
      await expect(openDatabase(pooler.url, tables)).rejects.toThrow('a connection pooler in transaction mode');
    } finally {
      pooler.close();
    }
    const made = `select from pg_tables where tablename = 'ledger'`;
    expect(await Session.use(database.url, 'tests', (session) => session.all(made))).toEqual([]);
  });

  it('is for a trial alone from its first table on, and for everybody else never', async () => {
    const open = async (trial: 'yes' | 'no' | 'either') =>
      (await openDatabase(database.url, { ...tables, migrations: [OpenedByHand] }, trial)).close(true);
    await open('yes');
    await open('yes');
    await expect(open('no')).rejects.toThrow('This database is of a trial');
    await open('either');
  });

  it('is refused to a trial where anything else is kept, and nothing is changed', async () => {
    await Session.use(database.url, 'tests', (session) => session.all('create table kept ()'));
    await expect(openDatabase(database.url, tables, 'yes')).rejects.toThrow('holds what is not of a trial');
    const made = `select tablename as name from pg_tables where schemaname = 'public'`;
    expect(await Session.use(database.url, 'tests', (session) => session.all(made))).toEqual([{ name: 'kept' }]);
  });

  it('brings its tables up to date once, though three start at the same moment on an empty one', async () => {
    const opened = await Promise.all([1, 2, 3].map(() => openDatabase(database.url, tables)));
    const [first] = opened as [(typeof opened)[number]];
    expect(await first.em.fork().execute('select line from ledger')).toEqual([{ line: 'opened' }]);
    expect(await first.migrator.getExecuted()).toHaveLength(2);
    await Promise.all(opened.map((orm) => orm.close(true)));
  });

  it('is one at a time for different services of one database', async () => {
    const others: Tables = { name: 'other books', entities: [], migrations: [CreateLedger] };
    const opened = await Promise.all([tables, others, tables].map((one) => openDatabase(database.url, one)));
    const [first] = opened as [(typeof opened)[number]];
    expect(await first.em.fork().execute('select count(*)::int as count from ledger')).toEqual([{ count: 1 }]);
    await Promise.all(opened.map((orm) => orm.close(true)));
  });

  it('shows in the list of connections whose they are', async () => {
    const orm = await openDatabase(database.url, tables);
    const [mine] = await orm.em.fork().execute(`select current_setting('application_name') as name`);
    expect(mine).toEqual({ name: 'books' });
    await orm.close(true);
  });

  // kysely gives them back from 0.29.9 on (its issue 1990); MikroORM names an older one, so package.json overrides it.
  it('gives every connection back that was cut off in a transaction, more of them than the pool has', async () => {
    const orm = await openDatabase(database.url, tables);
    for (let cut = 1; cut <= 12; cut++) {
      const cutOff = orm.em.fork().transactional(async (em) => {
        const [{ pid } = { pid: 0 }] = await em.execute<{ pid: number }[]>('select pg_backend_pid() as pid');
        await Session.use(database.url, 'cutter', (session) => session.all('select pg_terminate_backend($1)', [pid]));
        await em.execute('select 1');
      });
      await expect(cutOff).rejects.toThrow();
    }
    expect(await orm.em.fork().execute('select line from ledger')).toEqual([{ line: 'opened' }]);
    await orm.close(true);
  });

  it('leaves no connection behind when a migration fails', async () => {
    class Broken extends Migration {
      override up(): void {
        this.addSql('create table');
      }
    }
    await expect(openDatabase(database.url, { ...tables, migrations: [Broken] })).rejects.toThrow('syntax error');
    const left = await Session.use(database.url, 'look', (session) =>
      session.all(
        `select application_name from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
      ),
    );
    expect(left).toEqual([]);
  });
});
