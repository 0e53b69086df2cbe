import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** The program makes its tables first. */
const notYet = (error: unknown) => {
  if ((error as { code?: unknown }).code === '42P01') return 0;
  throw error;
};

/**
 * Seconds from the first sign of work to the end of it. `count`: a statement whose one number grows as work is done.
 * What a program does before its first commit (starting, joining its group) is not counted.
 */
export async function timeBetween(url: string, count: string, end: number): Promise<{ seconds: number; done: number }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let first: { at: number; done: number } | undefined;
  const giveUp = performance.now() + 180_000;
  try {
    for (;;) {
      const done = await client.query<{ count: string }>(count).then(({ rows }) => Number(rows[0]?.count ?? 0), notYet);
      const at = performance.now();
      if (done > 0) first ??= { at, done };
      if (first && done >= end) return { seconds: (at - first.at) / 1000, done: done - first.done };
      if (at > giveUp) throw new Error(`Only ${done} of ${end} were done`);
      await pause(10);
    }
  } finally {
    await client.end();
  }
}
