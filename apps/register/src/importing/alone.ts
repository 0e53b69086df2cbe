import type { EntityManager } from '@mikro-orm/postgresql';
import { importLock, tryImportLock } from '../records/records.sql.ts';
import type { Say } from './importing.ts';

/** Runs one import at a time: two would publish each other's older states. The lock ends with the process. */
export async function alone<Result>(em: EntityManager, say: Say, work: () => Promise<Result>): Promise<Result> {
  const lock = em.fork();
  await lock.begin();
  try {
    const [{ mine } = { mine: false }] = await lock.execute<{ mine: boolean }[]>(tryImportLock);
    if (!mine) {
      say('Another import is running; this one waits for its end');
      await lock.execute(importLock);
    }
    return await work();
  } finally {
    await lock.rollback();
  }
}
