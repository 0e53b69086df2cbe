import { setTimeout as wait } from 'node:timers/promises';

/** Waits, or less when asked to stop. */
export async function pauseUnless(stop: AbortSignal, milliseconds: number): Promise<void> {
  await wait(milliseconds, undefined, { signal: stop }).catch(() => {});
}
