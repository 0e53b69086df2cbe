import { lead, type LeaderState, Session } from '@academies/database';
import { pauseUnless } from '@academies/messaging';
import type { Logger } from 'pino';
import { type Erasure, erasures } from '../database/erasures.ts';
import { erase, type ErasingParts, look } from './carry-out.ts';

/** How often it is looked whether somebody is to be erased. */
const everyMs = 1_000;

/**
 * Carries out what service support asks, in the service's own database: one at a time, one process at a time. Whatever stops
 * it, it begins again where the database says, and finds less.
 */
export class Eraser {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  state: LeaderState = 'stand-by';
  /** Why an erasure cannot be carried out at the moment, if so. */
  trouble: string | undefined;
  /** How many are not carried out here. */
  unfinished = 0;

  constructor(
    private readonly parts: ErasingParts,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.running ??= this.run(this.stopping.signal);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(stop: AbortSignal): Promise<void> {
    for (let lock; (lock = await lead(this.parts.orm, 'erasing', stop, { onTrouble: this.note }));) {
      this.state = 'active';
      while (!stop.aborted && !lock.isLost) {
        await this.step(stop).catch(this.note);
        await pauseUnless(stop, everyMs);
      }
      this.state = 'stand-by';
      await lock.close();
    }
  }

  private async step(stop: AbortSignal): Promise<void> {
    const waiting = (await erasures(this.parts.orm.em.fork())).filter(isWaiting).reverse();
    this.unfinished = waiting.length;
    if (waiting.length > 0)
      // The lead's own connection has patience for short questions alone.
      await Session.use(this.parts.orm, 'erasing at work', (work) => this.carryOut(waiting, work, stop));
    this.trouble = undefined;
  }

  private async carryOut(waiting: readonly Erasure[], session: Session, stop: AbortSignal): Promise<void> {
    for (const erasure of waiting) {
      if (stop.aborted) return;
      if (!erasure.confirmedAt) await look(this.parts, erasure, session);
      else if (await erase(this.parts, erasure, session))
        this.logger.info({ erasure: erasure.id }, 'A person was erased here');
    }
  }

  private readonly note = (error: unknown): void => {
    const message = error instanceof Error ? error.message : String(error);
    if (message !== this.trouble) this.logger.warn({ err: error }, `An erasure waits: ${message}`);
    this.trouble = message;
  };
}

const isWaiting = ({ confirmedAt, lookedAt, doneAt }: Erasure): boolean => (confirmedAt ? !doneAt : !lookedAt);
