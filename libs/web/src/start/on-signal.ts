const signals = ['SIGTERM', 'SIGINT'] as const;
const end = (): never => process.exit();

/**
 * From the first line of a program until it runs: nothing is in hand yet, so a signal ends it. The system does that by
 * itself, but not for the first process of a container.
 */
export function endOnSignal(): void {
  for (const signal of signals) process.on(signal, end);
}

/** Who asked for a stop kills after ten seconds, and a busy machine is late. What is undone by then is rolled back, and is done again. */
const patienceMs = 8_500;

/**
 * Stops on SIGTERM and Ctrl-C; asked again, it is the same stop. When all is closed the process ends by itself; what still
 * holds it is left behind after a second, and what hangs when the time is over. Returns how to stop listening for signals.
 */
export function onSignal(stop: () => Promise<void>): () => void {
  let isAsked = false;
  const stopped = () => {
    if (isAsked) return;
    isAsked = true;
    setTimeout(end, patienceMs).unref();
    void stop().finally(() => setTimeout(end, 1_000).unref());
  };
  for (const signal of signals) process.off(signal, end).on(signal, stopped);
  return () => signals.forEach((signal) => process.off(signal, stopped));
}
