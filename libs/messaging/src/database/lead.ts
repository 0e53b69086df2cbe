import type { MikroORM } from '@mikro-orm/postgresql';
import { pauseUnless } from '../timing/pause.ts';
import { Session } from './session.ts';

/** Where a process stands with a job that only one may do. */
export type Standing = 'stand-by' | 'active';

const tryLock = 'select pg_try_advisory_lock(hashtextextended($1, 0)) as mine';

/**
 * Waits until this process may do a job that only one process does at a time, and answers with the connection whose lock
 * says so; the lock ends with the connection, so also with a killed process. Stand-bys ask each second: a waiting
 * statement would hold back vacuum. Answers undefined when asked to stop.
 */
export async function lead(orm: MikroORM, job: string, stop: AbortSignal, onTrouble: (error: unknown) => void) {
  let session: Session | undefined;
  try {
    while (!stop.aborted) {
      try {
        if (!session || session.isLost) session = await Session.open(orm, job);
        const [answer] = await session.all<{ mine: boolean }>(tryLock, [job]);
        if (answer?.mine) {
          const leading = session;
          session = undefined;
          return leading;
        }
      } catch (error) {
        onTrouble(error);
      }
      await pauseUnless(stop, 1_000);
    }
    return undefined;
  } finally {
    await session?.close();
  }
}
