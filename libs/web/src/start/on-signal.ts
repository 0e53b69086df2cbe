/**
 * Stops on SIGTERM and Ctrl-C. When all is closed the process ends by itself; what still holds it is left behind
 * after a second. Returns how to stop listening for signals.
 */
export function onSignal(stop: () => Promise<void>): () => void {
  const signals = ['SIGTERM', 'SIGINT'] as const;
  const stopped = () => void stop().finally(() => setTimeout(() => process.exit(), 1_000).unref());
  for (const signal of signals) process.once(signal, stopped);
  return () => signals.forEach((signal) => process.off(signal, stopped));
}
