import { withTrace } from '@academies/contracts';
import { sql } from '@academies/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { type DeadLetterRow, messageOf, parkedEventOf } from '../dead-letters/parked-event.ts';
import { deadLetterSql } from '../dead-letters/dead-letters.sql.ts';
import { describeFailure, failureKind, isOfStatement } from '../dead-letters/failure-kind.ts';
import { incomingMessage } from '../message/incoming-message.ts';
import { storable } from '../message/read-message.ts';
import { handled } from '../metrics/metrics.ts';
import { pauseUnless } from '../timing/waiting.ts';
import type { ConsumerOptions } from './consumer-options.ts';
import { consumerSql } from './consumer.sql.ts';

interface Request {
  readonly request: 'replay' | 'discard';
  readonly note: string | null;
  readonly by: string | null;
}

const allowedTries = 3;

/**
 * Does what was asked for with parked messages, in the service that has the handlers for them: one message a transaction,
 * in their order, with their key locked. A new event of the key waits for that lock and then either joins the end of the
 * queue or, when that was the last one, takes effect itself. So none is lost, doubled or out of order.
 */
export class Replayer {
  constructor(
    private readonly options: ConsumerOptions,
    private readonly logger: Logger,
  ) {}

  /** Looks each second whether something was asked for. */
  async run(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      const moved = await this.step().catch((error: unknown) => {
        this.logger.warn({ err: error }, 'Parked messages cannot be seen to now; tried again');
        return false;
      });
      if (!moved) await pauseUnless(stop, 1_000);
    }
  }

  /** Sees to one message. False when there is nothing to do, or not now. */
  async step(): Promise<boolean> {
    const { orm, subscription } = this.options;
    const em = orm.em.fork();
    const [asked] = await sql<{ key: string; tries: number }>(em, deadLetterSql.nextRequest, [subscription.group]);
    if (!asked) return false;
    const { key, tries } = asked;
    if (tries > allowedTries) {
      await this.giveUp(key, new Error(`The process died ${allowedTries} times while it handled this event`));
      return true;
    }
    try {
      await orm.em.fork().transactional((transaction) => this.seeTo(transaction, key));
      return true;
    } catch (error) {
      // What waits for somebody to mend it ends the request: who asked for the replay reads why, and asks again.
      if (failureKind(error) === 'transient' && !isOfStatement(error)) {
        await sql(em, deadLetterSql.untry, [subscription.group, key]).catch(() => {});
        throw error;
      }
      await this.giveUp(key, error);
      return true;
    }
  }

  private async seeTo(em: EntityManager, key: string): Promise<void> {
    const { subscription, activeOnlyOne } = this.options;
    const { group } = subscription;
    if (activeOnlyOne) await sql(em, consumerSql.lockGroup, [group]);
    const [request] = await sql<Request>(em, deadLetterSql.lockRequest, [group, key]);
    if (!request) return;
    const [row] = await sql<DeadLetterRow>(em, deadLetterSql.first, [group, key]);
    if (row) {
      const settled = request.request === 'discard' ? await this.discard(em, row, request) : await this.replay(em, row);
      await sql(em, deadLetterSql.settle, [row.id, settled, request.note, request.by]);
      await sql(em, consumerSql.tried, [group, row.eventId]);
    }
    // What waited behind a discarded event was held back by that one alone, so it goes on.
    await sql(em, deadLetterSql.goOn, [group, key]);
    await sql(em, deadLetterSql.freeKey, [group, key]);
  }

  private async discard(em: EntityManager, row: DeadLetterRow, { note, by }: Request): Promise<'discarded'> {
    await this.options.onDiscarded?.(em, parkedEventOf(row), note ?? '', by ?? '');
    return 'discarded';
  }

  private async replay(em: EntityManager, row: DeadLetterRow): Promise<'replayed'> {
    const { event, failure, handling } = incomingMessage(messageOf(row), this.options.subscription);
    if (failure) throw failure;
    if (event && handling === 'handled') {
      await withTrace(event.traceparent, () => this.options.apply([event], em));
      handled.inc({ group: row.group });
    }
    return 'replayed';
  }

  /** The request ends; the message stays parked, with what went wrong this time. */
  private async giveUp(key: string, error: unknown): Promise<void> {
    const { orm, subscription } = this.options;
    this.logger.error({ err: error, key }, 'A parked message failed again');
    await orm.em.fork().transactional(async (em) => {
      const [row] = await sql<DeadLetterRow>(em, deadLetterSql.first, [subscription.group, key]);
      const { code, message, stack } = describeFailure(error);
      const kind = failureKind(error);
      if (row)
        await sql(em, deadLetterSql.failedAgain, [
          row.id,
          kind,
          storable(code),
          storable(message),
          stack && storable(stack),
        ]);
      await sql(em, deadLetterSql.giveUp, [subscription.group, key]);
    });
  }
}
