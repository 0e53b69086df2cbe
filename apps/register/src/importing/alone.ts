import { Session } from '@academies/database';
import type { MikroORM } from '@mikro-orm/postgresql';
import { importLock, tryImportLock } from '../records/records.sql.ts';
import type { Say } from './importing.ts';

/**
 * Runs one import at a time: two would publish each other's older states. The lock ends with the process. It is held by a
 * connection that rests, not by a transaction, which the server ends when nothing comes for half a minute.
 */
export const alone = <Result>(database: MikroORM | string, say: Say, work: () => Promise<Result>): Promise<Result> =>
  Session.use(database, 'register import', async (session) => {
    const [{ mine } = { mine: false }] = await session.all<{ mine: boolean }>(tryImportLock);
    if (!mine) {
      say('Another import is running; this one waits for its end');
      await session.all(importLock);
    }
    return work();
  });
