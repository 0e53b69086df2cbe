import type { EntityManager } from '@mikro-orm/postgresql';
import type { ConsumerOptions } from '../consumer/consumer-options.ts';
import { EventConsumer } from '../consumer/event-consumer.ts';
import type { ReceivedEvent } from '../consumer/received-event.ts';
import { sql } from '../database/sql.ts';
import { quiet } from './quiet.ts';
import type { Service } from './service.ts';
import { changes } from './subscriptions.ts';

export const createLedger = 'create table ledger (place bigserial primary key, project text not null, sequence int not null)';

/** What an event came to: a line in a table without any key that would hide a second time. */
export async function write(events: readonly ReceivedEvent[], em: EntityManager): Promise<void> {
  for (const { subject, sequence } of events) await sql(em, 'insert into ledger (project, sequence) values ($1, $2)', [subject, sequence]);
}

/** A consumer that writes down what it handles. */
export const aConsumer = (service: Pick<Service, 'orm' | 'kafka'>, more: Partial<ConsumerOptions> = {}) =>
  new EventConsumer({ orm: service.orm, kafka: service.kafka, subscription: changes, apply: write, logger: quiet, ...more });

/** What was written down: each project's numbers, in the order in which they took effect. */
export async function ledgerOf(service: Pick<Service, 'ask'>): Promise<Record<string, number[]>> {
  const rows = await service.ask<{ project: string; sequence: number }>('select project, sequence from ledger order by place');
  const lines: Record<string, number[]> = {};
  for (const { project, sequence } of rows) (lines[project] ??= []).push(sequence);
  return lines;
}
