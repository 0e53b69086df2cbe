import { PoisonError } from '@academies/contracts';
import type { Logger } from 'pino';
import { sql } from '../database/sql.ts';
import type { ToPark } from '../dead-letters/park.ts';
import { duplicates, gaps, handled } from '../health/metrics.ts';
import { backOff } from '../timing/back-off.ts';
import { pauseUnless } from '../timing/pause.ts';
import type { ConsumerOptions } from './consumer-options.ts';
import { consumerSql } from './consumer.sql.ts';
import { failureKind } from './failure-kind.ts';
import { type Chunk, handleTogether } from './handle-together.ts';
import { Stopped } from './stopped.ts';

const allowedTries = 3;

/**
 * Brings chunks into effect, whatever it takes: together; when that fails, event by event to find the culprit; an event
 * that failed three times alone is parked. What goes away by itself is waited for. Throws nothing but `Stopped`.
 */
export class Handler {
  /** What is being waited for: a database or a broker that is away. */
  waitingFor: string | undefined;
  lastSign = performance.now();

  private stop = new AbortController().signal;

  constructor(
    private readonly options: ConsumerOptions,
    private readonly logger: Logger,
  ) {}

  /** Handles a chunk. `carefully` after a crash: the event that did it shall be alone the next time. */
  async handle(chunk: Chunk, carefully: boolean, stop: AbortSignal): Promise<void> {
    this.stop = stop;
    if (chunk.arrivals.length === 1) return this.handleAlone(chunk);
    if (!carefully && (await this.handleAtOnce(chunk))) return;
    for (const [index, arrival] of chunk.arrivals.entries()) {
      const next = chunk.arrivals[index + 1];
      await this.handleAlone({ ...chunk, arrivals: [arrival], nextOffset: next ? after(arrival.message.offset) : chunk.nextOffset });
      if (this.stop.aborted && next) throw new Stopped();
    }
  }

  /** True when it worked; false when one of them fails, whichever. */
  private handleAtOnce(chunk: Chunk): Promise<boolean> {
    const { orm, subscription } = this.options;
    return this.patiently(async () => {
      await sql(orm.em.fork(), consumerSql.mark, [subscription.group, chunk.topic, chunk.partition, chunk.nextOffset]);
      try {
        await this.transact(chunk);
        return true;
      } catch (error) {
        if (failureKind(error) === 'transient') throw error;
        this.logger.warn({ err: error, topic: chunk.topic, partition: chunk.partition }, 'A batch failed; its events are tried one by one');
        return false;
      }
    });
  }

  private async handleAlone(chunk: Chunk): Promise<void> {
    for (;;) {
      const done = await this.patiently(() => this.tryOnce(chunk));
      if (done) return;
      if (this.stop.aborted) throw new Stopped();
    }
  }

  /** One counted try. False when there is to be another. */
  private async tryOnce(chunk: Chunk): Promise<boolean> {
    const { orm, subscription } = this.options;
    const [arrival] = chunk.arrivals;
    if (!arrival || arrival.handling !== 'handled' || arrival.failure) return this.transact(chunk).then(() => true);
    const of = [subscription.group, chunk.topic, chunk.partition, chunk.nextOffset, arrival.id];
    const [counted] = await sql<{ tries: number }>(orm.em.fork(), consumerSql.try, of);
    const tries = counted?.tries ?? 1;
    if (tries > allowedTries) {
      const error = new PoisonError('MESSAGE.PROCESS_DIED', `The process died ${allowedTries} times while it handled this event`);
      await this.transact(chunk, [{ arrival, kind: 'poison', error, tries: allowedTries }]);
      return true;
    }
    try {
      await this.transact(chunk);
      return true;
    } catch (error) {
      const kind = failureKind(error);
      if (kind === 'transient') {
        await sql(orm.em.fork(), consumerSql.untry, [subscription.group, arrival.id]).catch(() => {});
        throw error;
      }
      if (kind === 'poison' && tries < allowedTries) {
        this.logger.warn({ err: error, type: arrival.event?.type, key: arrival.event?.key, tries }, 'An event failed and is tried again');
        await pauseUnless(this.stop, backOff(tries));
        return false;
      }
      await this.transact(chunk, [{ arrival, kind, error, tries }]);
      return true;
    }
  }

  private async transact(chunk: Chunk, failed?: ToPark[]): Promise<void> {
    const outcome = await handleTogether(this.options, chunk, failed);
    const { group } = this.options.subscription;
    handled.inc({ group }, outcome.handled);
    duplicates.inc({ group }, outcome.duplicates);
    for (const gap of outcome.gaps) {
      gaps.inc({ group }, gap.missing);
      this.logger.warn({ group, ...gap }, 'Numbers of a subject were skipped');
    }
    this.lastSign = performance.now();
  }

  /** Waits for what goes away by itself, without end; the group is kept by heartbeats meanwhile. */
  private async patiently<Result>(work: () => Promise<Result>): Promise<Result> {
    for (let failures = 0; ; failures++) {
      try {
        const result = await work();
        this.waitingFor = undefined;
        return result;
      } catch (error) {
        // Parking itself can fail for no good reason either; it is not given up, or the event would be lost.
        const message = error instanceof Error ? error.message : String(error);
        if (this.waitingFor !== message) this.logger.warn({ err: error }, `The consumer waits and tries again: ${message}`);
        this.waitingFor = message;
        if (this.stop.aborted) throw new Stopped();
        await pauseUnless(this.stop, backOff(failures));
        if (this.stop.aborted) throw new Stopped();
      }
    }
  }
}

const after = (offset: string): string => String(BigInt(offset) + 1n);
