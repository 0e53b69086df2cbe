import { setTimeout as pause } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Session } from './session.ts';

/** Where a process stands with a job that only one may do. */
export type LeaderState = 'stand-by' | 'active';

const tryLock = 'select pg_try_advisory_lock(hashtextextended($1, 0)) as mine';

/** What is asked on such a connection is answered at once, or the connection is dead. */
const patienceMs = 10_000;

/**
 * Waits until this process may do a job that only one process does at a time, and answers with the connection whose lock
 * says so; the lock ends with the connection, so also with a killed process. Stand-bys ask each second: a waiting
 * statement would hold back vacuum, and each answer tells that the database is there. Undefined when asked to stop.
 */
export async function lead(
  database: MikroORM | string,
  job: string,
  stop: AbortSignal,
  { onTrouble, onStandBy }: { onTrouble: (error: unknown) => void; onStandBy?: () => void },
) {
  let session: Session | undefined;
  try {
    while (!stop.aborted) {
      try {
        if (!session || session.isLost) session = await Session.open(database, job, patienceMs);
        const [answer] = await session.all<{ mine: boolean }>(tryLock, [job]);
        if (answer?.mine) {
          const leading = session;
          session = undefined;
          return leading;
        }
        onStandBy?.();
      } catch (error) {
        onTrouble(error);
        await session?.close();
        session = undefined;
      }
      await pause(1_000, undefined, { signal: stop }).catch(() => {});
    }
    return undefined;
  } finally {
    await session?.close();
  }
}
