import { eventually, freshDatabase } from '@academies/testing';
import { openPool } from './open-pool.ts';

describe('A pool of connections', () => {
  it('tells of one that the database closes in hands that hold it, between two statements, and goes on', async () => {
    const database = await freshDatabase('pool');
    const lost: string[] = [];
    const onLost = ({ message }: Error) => void lost.push(message);
    const pool = openPool(database.url, { name: 'tests', max: 2, patienceMs: 5_000, onLost });
    try {
      const held = await pool.connect();
      const { rows } = await held.query<{ pid: number }>('select pg_backend_pid() as pid');
      await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await eventually(() => lost.length > 0);
      await expect(held.query('select 1')).rejects.toThrow();
      held.release(true);
      expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    } finally {
      await pool.end();
      await database.drop();
    }
  });
});
