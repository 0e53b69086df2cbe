import { PoisonError, TransientError } from '@academies/contracts';
import { sql } from '@academies/database';
import type { Logger } from 'pino';
import type { ToPark } from '../dead-letters/park.ts';
import { failureKind, isOfStatement, RepeatedFailures } from '../dead-letters/failure-kind.ts';
import type { IncomingMessage } from '../message/incoming-message.ts';
import type { ReceivedEvent } from '../message/read-message.ts';
import { duplicates, gaps, handled } from '../metrics/metrics.ts';
import { backOff, pauseUnless, retryTransient, Stopped } from '../timing/waiting.ts';
import type { ConsumerOptions } from './consumer-options.ts';
import { consumerSql } from './consumer.sql.ts';
import { type Chunk, handleBatch, partsOf } from './handle-batch.ts';

const allowedTries = 3;

/**
 * Brings chunks into effect, whatever it takes: together; when that fails, by halves until the culprit is alone; a message
 * that failed three times alone is parked. What goes away by itself is waited for. Throws nothing but `Stopped`.
 */
export class RetryingHandler {
  /** What is being waited for: a database or a broker that is away. */
  waitingFor: string | undefined;
  lastSign = performance.now();
  /** Watermarks that were dropped or not taken at their word, and why the last one was. */
  readonly oddWatermarks = { count: 0, last: undefined as string | undefined };

  private stop = new AbortController().signal;
  private readonly failures = new RepeatedFailures();
  /** The batch in hand, and which types of it took effect. */
  private batch: readonly IncomingMessage[] = [];
  private readonly worked = new Set<string>();

  constructor(
    private readonly options: ConsumerOptions,
    private readonly logger: Logger,
  ) {}

  /** Handles a chunk. `carefully` after a crash: the event that did it shall be alone the next time. */
  async handle(chunk: Chunk, carefully: boolean, stop: AbortSignal): Promise<void> {
    this.stop = stop;
    this.batch = chunk.incoming;
    this.worked.clear();
    await this.handlePart(chunk, carefully);
  }

  private async handlePart(chunk: Chunk, carefully: boolean): Promise<void> {
    if (chunk.incoming.length === 1) return this.handleAlone(chunk);
    if (!carefully && (await this.handleAtOnce(chunk))) return;
    const parts = partsOf(chunk, carefully ? 1 : Math.ceil(chunk.incoming.length / 2));
    for (const [index, part] of parts.entries()) {
      await this.handlePart(part, carefully);
      if (this.stop.aborted && index < parts.length - 1) throw new Stopped();
    }
  }

  /** True when it worked; false when one of them fails, whichever. */
  private handleAtOnce(chunk: Chunk): Promise<boolean> {
    const { orm, subscription } = this.options;
    return this.insist(async () => {
      await sql(orm.em.fork(), consumerSql.mark, [subscription.group, chunk.topic, chunk.partition, chunk.nextOffset]);
      try {
        await this.transact(chunk);
        return true;
      } catch (error) {
        if (error instanceof Stopped || (failureKind(error) === 'transient' && !isOfStatement(error))) throw error;
        this.logger.warn(
          { err: error, topic: chunk.topic, partition: chunk.partition },
          'A batch failed; its halves are tried',
        );
        return false;
      }
    });
  }

  private async handleAlone(chunk: Chunk): Promise<void> {
    for (;;) {
      const done = await this.insist(() => this.tryOnce(chunk));
      if (done) return;
      if (this.stop.aborted) throw new Stopped();
    }
  }

  /** One try, counted where a handler is called. False when there is to be another. */
  private async tryOnce(chunk: Chunk): Promise<boolean> {
    const { orm, subscription } = this.options;
    const [incoming] = chunk.incoming;
    if (!incoming) return this.transact(chunk).then(() => true);
    const isCounted = incoming.handling === 'handled' && !incoming.failure;
    const tries = isCounted ? await this.countTry(chunk, incoming) : 1;
    if (tries > allowedTries) {
      const error = new PoisonError(
        'MESSAGE.PROCESS_DIED',
        `The process died ${allowedTries} times while it handled this event`,
      );
      await this.transact(chunk, [{ incoming, kind: 'poison', error, tries: allowedTries }]);
      return true;
    }
    try {
      await this.transact(chunk);
      return true;
    } catch (error) {
      if (error instanceof Stopped) throw error;
      const kind = (await this.isTheEventsOwn(error, incoming)) ? 'poison' : failureKind(error);
      if (kind === 'transient' || this.failures.areToldBy(error, incoming.orderingKey)) {
        await sql(orm.em.fork(), consumerSql.untry, [subscription.group, incoming.id]).catch(() => {});
        throw kind === 'transient' ? error : failsForAll(error);
      }
      if (kind === 'poison' && isCounted && tries < allowedTries) {
        this.logger.warn(
          { err: error, type: incoming.event?.type, key: incoming.event?.key, tries },
          'An event failed and is tried again',
        );
        await pauseUnless(this.stop, backOff(tries));
        return false;
      }
      await this.transact(chunk, [{ incoming, kind, error, tries }]);
      return true;
    }
  }

  /** A statement that fails for every event of a type is ours, and waits. One that works for another is this event's own. */
  private async isTheEventsOwn(error: unknown, incoming: IncomingMessage): Promise<boolean> {
    const { event, orderingKey } = incoming;
    if (!event || !isOfStatement(error)) return false;
    if (this.worked.has(event.type)) return true;
    const later = this.batch.slice(this.batch.indexOf(incoming) + 1);
    const others = later.filter((one) => one.event?.type === event.type && one.orderingKey !== orderingKey);
    for (const other of others.slice(0, 3)) if (await this.wouldWork(other.event as ReceivedEvent)) return true;
    return false;
  }

  /** Tries it and undoes it. */
  private async wouldWork(event: ReceivedEvent): Promise<boolean> {
    const undone = new Error('undone');
    const trying = this.options.orm.em.fork().transactional(async (em) => {
      await this.options.apply([event], em);
      await em.flush();
      throw undone;
    });
    return trying.catch((error: unknown) => error === undone);
  }

  /** How many tries this is. A process that dies in it leaves the count behind. */
  private async countTry({ topic, partition, nextOffset }: Chunk, { id }: IncomingMessage): Promise<number> {
    const of = [this.options.subscription.group, topic, partition, nextOffset, id];
    const [counted] = await sql<{ tries: number }>(this.options.orm.em.fork(), consumerSql.try, of);
    return counted?.tries ?? 1;
  }

  private async transact(chunk: Chunk, failed?: ToPark[]): Promise<void> {
    const outcome = await handleBatch(this.options, chunk, failed);
    const { group } = this.options.subscription;
    handled.inc({ group }, outcome.handled.length);
    if (outcome.handled.length > 0) this.failures.handled();
    for (const { type } of outcome.handled) this.worked.add(type);
    duplicates.inc({ group }, outcome.duplicates);
    for (const gap of outcome.gaps) {
      gaps.inc({ group }, gap.missing);
      this.logger.warn({ group, ...gap }, 'Numbers of a subject were skipped');
    }
    for (const reason of outcome.oddWatermarks) {
      this.logger.warn({ group }, reason);
      this.oddWatermarks.count += 1;
      this.oddWatermarks.last = reason;
    }
    this.lastSign = performance.now();
  }

  /** Waits for what goes away by itself. Parking itself can fail too; it is not given up, or the event would be lost. */
  private async insist<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = await retryTransient(work, this.stop, (error) => {
      const message = error instanceof Error ? error.message : String(error);
      if (this.waitingFor !== message)
        this.logger.warn({ err: error }, `The consumer waits and tries again: ${message}`);
      this.waitingFor = message;
    });
    this.waitingFor = undefined;
    return result;
  }
}

/** The code fails on every event: it is waited for, or all projects would be parked one by one. */
const failsForAll = (cause: unknown): TransientError =>
  new TransientError(
    'MESSAGING.FAILS_FOR_ALL',
    `Every event fails on the same error: ${cause instanceof Error ? cause.message : String(cause)}`,
    { cause },
  );
