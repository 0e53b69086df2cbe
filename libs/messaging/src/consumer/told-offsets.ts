import type { Consumer } from 'kafkajs';
import type { Logger } from 'pino';

/**
 * Tells the broker how far the group is, for those who watch from outside; the database knows already. Nobody waits for
 * it: the request may stand behind a fetch that waits for news. The newest offset of a partition stands for those before.
 */
export class ToldOffsets {
  private readonly newest = new Map<string, { topic: string; partition: number; offset: string }>();
  private telling: Promise<void> | undefined;

  constructor(
    private readonly consumer: Consumer,
    private readonly logger: Logger,
  ) {}

  tell(topic: string, partition: number, offset: string): void {
    this.newest.set(`${topic} ${partition}`, { topic, partition, offset });
    this.telling ??= this.tellAll().finally(() => (this.telling = undefined));
  }

  /** All has been told, or cannot be. */
  async told(): Promise<void> {
    await this.telling;
  }

  private async tellAll(): Promise<void> {
    while (this.newest.size > 0) {
      const offsets = [...this.newest.values()];
      this.newest.clear();
      // When the group has moved on, heartbeats say so, and the next owner of the partition tells its own offsets.
      await this.consumer.commitOffsets(offsets).catch((error: unknown) => this.logger.debug({ err: error }, 'Offsets could not be told'));
    }
  }
}
