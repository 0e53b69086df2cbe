import { setTimeout as pause } from 'node:timers/promises';

/** How long a test waits for what is to come: of real parts on a machine that is busy with other work. */
export const patienceMs = 60_000;

/**
 * Waits until the promise of a test holds: runs it again until it does not throw, and is not false.
 * When the time is over, the last failure is told.
 */
export async function eventually<Result>(
  promise: () => Result | Promise<Result>,
  { within = patienceMs, every = 25 } = {},
): Promise<Exclude<Result, false>> {
  const end = performance.now() + within;
  for (;;) {
    try {
      const result = await promise();
      if (result !== false) return result as Exclude<Result, false>;
      if (performance.now() > end) throw new Error(`It did not become true within ${within} ms`);
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await pause(every);
  }
}
