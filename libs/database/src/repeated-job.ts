import { setTimeout as pause } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { lead } from './leader-lock.ts';

/** What is done now and then. */
export interface JobOptions {
  readonly database: MikroORM;
  /** Names the lock: one process of all does it at a time. */
  readonly job: string;
  readonly everyMs: number;
  /** Whether there is anything to do, before the lock is asked for. */
  readonly isDue?: () => boolean;
  readonly look: () => Promise<void>;
  readonly onTrouble: (error: unknown) => void;
}

/** Does something now and then by whichever process leads; what fails is told, and done again the next time. */
export class RepeatedJob {
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;

  constructor(private readonly options: JobOptions) {}

  start(): void {
    this.#running ??= this.run(this.#stopping.signal);
  }

  /** Ends after what is in hand. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  private async run(stop: AbortSignal): Promise<void> {
    const { isDue = () => true, everyMs, onTrouble } = this.options;
    while (!stop.aborted) {
      if (isDue()) await this.look(stop).catch(onTrouble);
      await pause(everyMs, undefined, { signal: stop }).catch(() => {});
    }
  }

  private async look(stop: AbortSignal): Promise<void> {
    const { database, job, look, onTrouble } = this.options;
    const session = await lead(database, job, stop, { onTrouble });
    if (!session) return;
    try {
      await look();
    } finally {
      await session.close();
    }
  }
}
