/** Heartbeats while a batch is in hand: kafkajs sends them between messages only. Aborts when the group wants to rebalance. */
export class Pulse {
  private readonly timer: NodeJS.Timeout;
  private readonly stopping = new AbortController();
  private readonly abort = () => this.stopping.abort();
  readonly signal = this.stopping.signal;
  /** Why the group wants this member back: an error that kafkajs understands. */
  error: unknown;

  constructor(
    heartbeat: () => Promise<void>,
    private readonly stop: AbortSignal,
  ) {
    if (stop.aborted) this.abort();
    stop.addEventListener('abort', this.abort);
    this.timer = setInterval(() => {
      heartbeat().catch((error: unknown) => {
        this.error = error;
        this.abort();
      });
    }, 1_000);
  }

  end(): void {
    clearInterval(this.timer);
    this.stop.removeEventListener('abort', this.abort);
  }
}
