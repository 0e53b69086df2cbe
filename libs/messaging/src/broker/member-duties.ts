import type { Consumer } from 'kafkajs';
import type { Logger } from 'pino';

/** Heartbeats while a batch is in hand: kafkajs sends them between messages only. Aborts when the group wants to rebalance. */
export class Heartbeat {
  private readonly timer: NodeJS.Timeout;
  private readonly ending = new AbortController();
  private readonly abort = () => this.ending.abort();
  readonly signal = this.ending.signal;
  /** Why the group wants this member back: an error that kafkajs understands. */
  error: unknown;

  constructor(
    send: () => Promise<void>,
    private readonly leaving: AbortSignal,
  ) {
    if (leaving.aborted) this.abort();
    leaving.addEventListener('abort', this.abort);
    this.timer = setInterval(() => {
      send().catch((error: unknown) => {
        this.error = error;
        this.abort();
      });
    }, 1_000);
  }

  end(): void {
    clearInterval(this.timer);
    this.leaving.removeEventListener('abort', this.abort);
  }
}

/**
 * Tells the broker how far the group is, for those who watch from outside; the database knows already. Nobody waits for
 * it: the request may stand behind a fetch that waits for news. The newest offset of a partition stands for those before.
 */
export class OffsetCommitter {
  private readonly newest = new Map<string, { topic: string; partition: number; offset: string }>();
  private committing: Promise<void> | undefined;

  constructor(
    private readonly consumer: Consumer,
    private readonly logger: Logger,
  ) {}

  commit(topic: string, partition: number, offset: string): void {
    this.newest.set(`${topic} ${partition}`, { topic, partition, offset });
    this.committing ??= this.commitAll().finally(() => (this.committing = undefined));
  }

  /** All has been told, or cannot be. */
  async done(): Promise<void> {
    await this.committing;
  }

  private async commitAll(): Promise<void> {
    while (this.newest.size > 0) {
      const offsets = [...this.newest.values()];
      this.newest.clear();
      // When the group has moved on, heartbeats say so, and the next owner of the partition tells its own offsets.
      await this.consumer
        .commitOffsets(offsets)
        .catch((error: unknown) => this.logger.debug({ err: error }, 'Offsets could not be told'));
    }
  }
}
