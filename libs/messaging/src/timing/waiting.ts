import { setTimeout as wait } from 'node:timers/promises';

/** Somebody asked to stop while something was waited for; what was in hand is undone and done again later. */
export class Stopped extends Error {}

/** How long to wait before the next try: 100 ms, doubling up to 10 s, give or take a quarter so that not all come at once. */
export const backOff = (tries: number): number =>
  Math.min(10_000, 100 * 2 ** Math.min(tries, 10)) * (0.75 + Math.random() / 2);

/** Waits, or less when asked to stop. */
export async function pauseUnless(stop: AbortSignal, milliseconds: number): Promise<void> {
  await wait(milliseconds, undefined, { signal: stop }).catch(() => {});
}

/** The answer of some work; fails when that takes too long: what is under way is left alone. */
export async function inTime<Result>(work: Promise<Result>, milliseconds: number): Promise<Result> {
  const over = Promise.withResolvers<never>();
  const timer = setTimeout(() => over.reject(new Error('There was no answer for too long')), milliseconds);
  work.catch(() => {}); // nobody may be listening any more when it fails
  return Promise.race([work, over.promise]).finally(() => clearTimeout(timer));
}

/** Waits until work has ended, well or not, or the time is over. */
export async function settledWithin(work: Promise<unknown> | undefined, milliseconds: number): Promise<void> {
  const ended = new AbortController();
  const patience = pauseUnless(ended.signal, milliseconds);
  await Promise.race([Promise.resolve(work).catch(() => {}), patience]);
  ended.abort();
}

/** Tries until it works, with back-off and without end. Throws nothing but `Stopped`, and what `onFailure` throws. */
export async function retryTransient<Result>(
  work: () => Promise<Result>,
  stop: AbortSignal,
  onFailure: (error: unknown) => void,
): Promise<Result> {
  for (let failures = 0; ; failures++) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Stopped) throw error;
      onFailure(error);
      await pauseUnless(stop, backOff(failures));
      if (stop.aborted) throw new Stopped();
    }
  }
}

/** Somebody waits, somebody rings. A ring while nobody waits is kept for the next who does. */
export class Bell {
  private rung = false;
  private wake: (() => void) | undefined;

  ring = (): void => {
    this.rung = true;
    this.wake?.();
  };

  /** Answers at the next ring, or when the time is over. */
  async heard(within: number): Promise<void> {
    if (!this.rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, within);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.wake = undefined;
    }
    this.rung = false;
  }
}
