import type { TopicName } from '@academies/contracts';
import { sql } from '@academies/database';
import { deleteOldRecords, messagingParts, type MessagingParts, recordsUntilNow } from '@academies/messaging';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';

/** Where people are named and Kafka keeps every record; the other topics are compacted by Kafka itself. */
const topics: TopicName[] = ['prepare.projects', 'complete.projects'];
const everyMs = 2_000;

const recordsSql = {
  asked: `
    select id, records_until as until from erasure
     where records_asked_at is not null and records_gone_at is null order by records_asked_at`,
  until: 'update erasure set records_until = $2::json where id = $1',
  gone: 'update erasure set records_gone_at = clock_timestamp() where id = $1',
};

/**
 * Deletes older records of topics once somebody was erased in every database, as far as every reader has read them. Here,
 * since this process speaks to Kafka for Complete; a second one does the same again, which changes nothing.
 */
@Injectable()
export class OldRecords implements OnModuleInit, OnApplicationShutdown {
  readonly #logger = new Logger(OldRecords.name);
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> | undefined;

  constructor(@Inject(messagingParts) private readonly parts: MessagingParts) {}

  onModuleInit(): void {
    this.#timer = setInterval(() => {
      this.#working ??= this.look()
        .catch((error: unknown) => this.#logger.warn(`Older records stay for now: ${String(error)}`))
        .finally(() => (this.#working = undefined));
    }, everyMs).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#working;
  }

  private async look(): Promise<void> {
    const { orm, kafka, logger } = this.parts;
    const em = orm.em.fork();
    type Asked = { id: string; until: Record<string, Record<string, string>> | null };
    for (const { id, until } of await sql<Asked>(em, recordsSql.asked)) {
      const ends = until ?? (await recordsUntilNow(kafka, topics, logger));
      if (!until) await sql(em, recordsSql.until, [id, JSON.stringify(ends)]);
      if (await deleteOldRecords(kafka, ends, logger)) await sql(em, recordsSql.gone, [id]);
    }
  }
}
