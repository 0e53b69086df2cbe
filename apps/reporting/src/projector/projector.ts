import { EventConsumer, type KafkaSettings } from '@academies/messaging';
import type { MikroORM } from '@mikro-orm/postgresql';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import pg from 'pg';
import type { Logger } from 'pino';
import { sqlOf } from '../database/sql.ts';
import { buildReadModel } from '../model/build-read-model.ts';
import type { Projection } from '../model/project-events.ts';
import { readModelSubscription } from './read-model.subscription.ts';
import { takeBatch } from './take-batch.ts';

interface ProjectorOptions {
  readonly orm: MikroORM;
  readonly kafka: KafkaSettings;
  readonly projection: Projection;
  readonly databaseUrl: string;
  readonly logger?: Logger;
}

/**
 * Brings every event into journal, rows and history. One process is active; others stand by without joining the group,
 * since the two sides of a row come from two topics and two writers would lose an update (DESIGN.md, "Read model").
 * Nest starts and stops it with the service; a batch goes to one function rather than to handlers by type.
 */
export class Projector extends Server implements CustomTransportStrategy {
  readonly consumer: EventConsumer;

  constructor({ orm, kafka, projection, databaseUrl, logger }: ProjectorOptions) {
    super();
    this.consumer = new EventConsumer({
      orm,
      kafka,
      subscription: readModelSubscription,
      activeOnlyOne: true,
      batchSize: 2_000,
      ...(logger && { logger }),
      onActive: () => build(projection, databaseUrl),
      apply: (events, em) => takeBatch(events, projection, sqlOf(em)),
    });
  }

  listen(callback: () => void): void {
    this.consumer.start();
    callback();
  }

  close(): Promise<void> {
    return this.consumer.stop();
  }

  on(): void {}

  unwrap<Consumer>(): Consumer {
    return this.consumer as Consumer;
  }
}

/** Before the first event: the tables of these columns are there and hold what the journal holds. */
async function build(projection: Projection, databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'reporting build' });
  await client.connect();
  await buildReadModel(projection, client).finally(() => client.end());
}
