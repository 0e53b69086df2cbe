import { Session } from '@academies/database';
import { type FreshDatabase, freshDatabase } from '@academies/testing';
import { tryImportLock } from '../records/records.sql.ts';
import { alone } from './alone.ts';

describe('An import', () => {
  let database: FreshDatabase;
  beforeAll(async () => void (database = await freshDatabase('register')));
  afterAll(() => database.drop());

  it('stays alone for as long as it takes, also past the time after which the server ends a transaction that rests', async () => {
    const impatient = `${database.url}?options=${encodeURIComponent('-c idle_in_transaction_session_timeout=100')}`;
    const free = await alone(
      impatient,
      () => {},
      () =>
        Session.use(database.url, 'test', async (other) => {
          await other.all('select pg_sleep(0.5)');
          return (await other.all<{ mine: boolean }>(tryImportLock))[0]?.mine;
        }),
    );
    expect(free).toBe(false);
  });
});
