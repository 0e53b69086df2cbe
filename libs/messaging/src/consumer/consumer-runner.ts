import { withTrace } from '@academies/contracts';
import { lead, type LeaderState, type Session } from '@academies/database';
import type { Logger } from 'pino';
import { defaultLogger } from '../broker/kafka-settings.ts';
import { openBroker } from '../broker/open-broker.ts';
import { topicsOf } from '../message/incoming-message.ts';
import { backOff, pauseUnless, settledWithin } from '../timing/waiting.ts';
import { BatchReader } from './batch-reader.ts';
import type { ConsumerOptions } from './consumer-options.ts';
import { PositionMoved } from './handle-batch.ts';
import { Replayer } from './replayer.ts';
import { RetryingHandler } from './retrying-handler.ts';
import { watchForStandstill } from './standstill.ts';

/** The consumers of this process, for health: they are made beside Nest's container (a transport strategy). */
export const runningConsumers = new Set<ConsumerRunner>();

/** How long a stop waits for the batch in hand and for the broker; what is undone by then is rolled back and read again. */
const politeMs = 4_000;
/** How often it is looked whether the database went back while nothing came that would show it. */
const lookBackMs = 10_000;
/** And with all that hangs around it, a database that does not answer among them. */
const stopMs = 5_000;

/**
 * Brings the events of a group's topics into effect, each once, in the order of their keys, whatever crashes: inbox,
 * dead letters, positions and what the events change are one commit.
 */
export class ConsumerRunner {
  private readonly options: ConsumerOptions;
  private readonly logger: Logger;
  private readonly handler: RetryingHandler;
  private stopping = new AbortController();
  private living: Promise<void> | undefined;
  state: LeaderState = 'stand-by';
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
    this.handler = new RetryingHandler(this.options, this.logger);
  }

  get group(): string {
    return this.options.subscription.group;
  }

  /** What is being waited for: a database or broker that is away. */
  get waitingFor(): string | undefined {
    return this.handler.waitingFor ?? this.trouble;
  }

  /** Watermarks that were dropped or not taken at their word. */
  get oddWatermarks() {
    return this.handler.oddWatermarks;
  }

  /** What was found that nobody expected, and put right: a database or a log that went back. The newest last. */
  readonly findings: string[] = [];

  private readonly tell = (finding: string): void => {
    this.logger.error({ group: this.group }, finding);
    this.findings.push(`${new Date().toISOString()} ${finding}`);
    if (this.findings.length > 20) this.findings.shift();
  };

  /** Begins, and keeps trying while Kafka or the database are away. */
  start(): void {
    if (this.living) return;
    this.stopping = new AbortController();
    runningConsumers.add(this);
    this.living = this.live(this.stopping.signal);
  }

  /** The batch in hand finishes, offsets commit, the group is left. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await settledWithin(this.living, stopMs);
    this.living = undefined;
    runningConsumers.delete(this);
  }

  private async live(stop: AbortSignal): Promise<void> {
    for (let failures = 0; !stop.aborted;) {
      const session = await this.lead(stop);
      if (stop.aborted) return session?.close();
      try {
        await this.options.onActive?.(stop);
        await this.consume(session, stop, () => (failures = 0));
      } catch (error) {
        this.note(error);
      } finally {
        this.state = 'stand-by';
        this.hasJoined = false;
        await session?.close();
      }
      await pauseUnless(stop, backOff(failures++));
    }
  }

  private note(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    if (message !== this.trouble)
      this.logger.warn({ err: error, group: this.group }, `The consumer starts again: ${message}`);
    this.trouble = message;
  }

  private async lead(stop: AbortSignal): Promise<Session | undefined> {
    const { orm, activeOnlyOne } = this.options;
    if (!activeOnlyOne) return undefined;
    return lead(orm, `consumer ${this.group}`, stop, {
      onTrouble: (error) => this.note(error),
      onStandBy: () => (this.trouble = undefined),
    });
  }

  private async consume(session: Session | undefined, stop: AbortSignal, onJoin: () => void): Promise<void> {
    this.state = 'active';
    const ending = new AbortController();
    const signal = AbortSignal.any([stop, ending.signal]);
    void session?.lost.then(() => ending.abort());
    const replaying = new Replayer(this.options, this.logger).run(signal);
    const unwatch = watchForStandstill(this.options, this.handler, this.logger);
    try {
      await this.read(signal, onJoin);
    } finally {
      unwatch();
      ending.abort();
      await replaying;
    }
  }

  /** Reads as a member of the group until asked to stop; throws when it falls out of it. */
  private async read(signal: AbortSignal, onJoin: () => void): Promise<void> {
    const { kafka, subscription, sessionTimeoutMs } = this.options;
    const broker = openBroker(kafka, this.logger);
    const reader = new BatchReader(this.options, broker, this.handler, this.logger, signal, this.tell);
    const sign = () => void (this.handler.lastSign = performance.now());
    const over = Promise.withResolvers<void>();
    signal.addEventListener('abort', () => over.resolve(), { once: true });
    if (signal.aborted) over.resolve();
    // Positions are asked for at each beginning.
    const startAnew = (error: unknown) => {
      if (!(error instanceof PositionMoved)) return;
      this.tell(`${error.message}. It is read on from where the database is`);
      over.reject(error);
    };
    broker.join({
      group: this.group,
      topics: topicsOf(subscription),
      sessionTimeoutMs,
      onAssigned: (assigned) => {
        this.hasJoined = true;
        this.trouble = undefined;
        sign();
        onJoin();
        return reader.positionsOf(assigned);
      },
      onBatch: (batch) => reader.take(batch).catch(startAnew),
      onFetch: sign,
      onLost: over.reject,
    });
    const watch = setInterval(() => void reader.mustNotHaveGoneBack().catch(startAnew), lookBackMs);
    await over.promise.finally(() => clearInterval(watch)).finally(() => broker.close(politeMs));
  }
}
