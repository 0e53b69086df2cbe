import { setTimeout as pause } from 'node:timers/promises';

/** How long a part or a service may take to start: on a machine that does much else, many times what it takes alone. */
export const patienceMs = 180_000;

/** Asks again and again until the answer is true; false when the time is over. */
export async function waitFor(
  condition: () => boolean | Promise<boolean>,
  within: number,
  every = 25,
): Promise<boolean> {
  const end = performance.now() + within;
  while (!(await condition())) {
    if (performance.now() > end) return false;
    await pause(every);
  }
  return true;
}
