import { withTrace } from '@academies/contracts';
import type { Logger } from 'pino';
import { lead, type Standing } from '../database/lead.ts';
import type { Session } from '../database/session.ts';
import { Replayer } from '../dead-letters/replayer.ts';
import { running } from '../health/running.ts';
import { defaultLogger } from '../kafka/default-logger.ts';
import { backOff } from '../timing/back-off.ts';
import { pauseUnless } from '../timing/pause.ts';
import type { ConsumerOptions } from './consumer-options.ts';
import { Handler } from './handler.ts';
import { belong } from './membership.ts';
import { watchForStandstill } from './standstill.ts';

/**
 * Brings the events of a group's topics into effect, each once, in the order of their keys, whatever crashes: inbox,
 * dead letters, positions and what the events change are one commit.
 */
export class EventConsumer {
  private readonly options: ConsumerOptions;
  private readonly logger: Logger;
  private readonly handler: Handler;
  private stopping = new AbortController();
  private living: Promise<void> | undefined;
  standing: Standing = 'stand-by';
  /** It has partitions, or knows that there are none for it. */
  hasJoined = false;
  /** Why it is not in its group, if so. */
  trouble: string | undefined;

  constructor(options: ConsumerOptions) {
    const { apply } = options;
    this.logger = options.logger ?? defaultLogger(options.kafka.clientId);
    // One event goes on in its own trace; a batch of several begins one.
    const traced: ConsumerOptions['apply'] = (events, em) =>
      withTrace(events.length === 1 ? events[0]?.traceparent : undefined, () => apply(events, em));
    this.options = { ...options, logger: this.logger, apply: traced };
    this.handler = new Handler(this.options, this.logger);
  }

  get group(): string {
    return this.options.subscription.group;
  }

  /** What is being waited for: a database or broker that is away. */
  get waitingFor(): string | undefined {
    return this.handler.waitingFor ?? this.trouble;
  }

  /** Begins, and keeps trying while Kafka or the database are away. */
  start(): void {
    if (this.living) return;
    this.stopping = new AbortController();
    running.add(this);
    this.living = this.live(this.stopping.signal);
  }

  /** The batch in hand finishes, offsets commit, the group is left. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.living;
    this.living = undefined;
    running.delete(this);
  }

  private async live(stop: AbortSignal): Promise<void> {
    for (let failures = 0; !stop.aborted; ) {
      const session = await this.lead(stop);
      if (stop.aborted) return session?.close();
      try {
        await this.options.onActive?.();
        await this.consume(session, stop, () => (failures = 0));
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        if (message !== this.trouble) this.logger.warn({ err: error, group: this.group }, `The consumer starts again: ${message}`);
        this.trouble = message;
      } finally {
        this.standing = 'stand-by';
        this.hasJoined = false;
        await session?.close();
      }
      await pauseUnless(stop, backOff(failures++));
    }
  }

  private async lead(stop: AbortSignal): Promise<Session | undefined> {
    const { orm, activeOnlyOne } = this.options;
    if (!activeOnlyOne) return undefined;
    return lead(orm, `consumer ${this.group}`, stop, (error) => this.logger.warn({ err: error }, 'The database is away'));
  }

  private async consume(session: Session | undefined, stop: AbortSignal, onJoin: () => void): Promise<void> {
    this.standing = 'active';
    const ending = new AbortController();
    const signal = AbortSignal.any([stop, ending.signal]);
    void session?.lost.then(() => ending.abort());
    const sign = () => void (this.handler.lastSign = performance.now());
    const joined = () => {
      this.hasJoined = true;
      this.trouble = undefined;
      sign();
      onJoin();
    };
    const replaying = new Replayer(this.options, this.logger).run(signal);
    const unwatch = watchForStandstill(this.options, this.handler, this.logger);
    try {
      await belong(this.options, this.handler, this.logger, signal, { onFetch: sign, onJoin: joined });
    } finally {
      unwatch();
      ending.abort();
      await replaying;
    }
  }
}
