import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from '../database/sql.ts';
import { park, type ToPark } from '../dead-letters/park.ts';
import type { Arrival } from './arrival.ts';
import { consumerSql } from './consumer.sql.ts';
import type { ConsumerOptions } from './consumer-options.ts';
import { callOnParked } from './hooks.ts';
import { receiveWatermarks } from './received-watermarks.ts';
import type { ReceivedEvent } from './received-event.ts';
import { type Gap, noteSequences } from './sequences.ts';

/** Messages of one partition, in their order, and where the partition goes on after them. */
export interface Chunk {
  readonly topic: string;
  readonly partition: number;
  readonly arrivals: readonly Arrival[];
  readonly nextOffset: string;
}

/** What a chunk came to. */
export interface Outcome {
  readonly handled: number;
  readonly duplicates: number;
  readonly gaps: readonly Gap[];
  readonly parked: number;
}

/**
 * Handles messages in one transaction: what arrived before is dropped, what cannot be read or waits for its key is parked,
 * the rest takes effect; inbox, dead letters and position are in the same commit as what it changed. A failure of `apply`
 * undoes all of it. `failed` parks these messages without trying them again.
 */
export function handleTogether(options: ConsumerOptions, chunk: Chunk, failed: readonly ToPark[] = []): Promise<Outcome> {
  return options.orm.em.fork().transactional((em) => inTransaction(em, options, chunk, failed));
}

async function inTransaction(em: EntityManager, options: ConsumerOptions, chunk: Chunk, failed: readonly ToPark[]): Promise<Outcome> {
  const { subscription, apply, activeOnlyOne } = options;
  const { group } = subscription;
  const { topic, partition, arrivals, nextOffset } = chunk;
  if (activeOnlyOne) await sql(em, consumerSql.lockGroup, [group]);
  await sql(em, consumerSql.lock, [group, topic, partition]);
  const concerning = arrivals.filter(({ handling }) => handling === 'handled');
  const fresh = await receive(em, group, concerning);
  const { flowing, parking } = await part(em, group, fresh, failed);
  for (const parked of await park(em, group, parking)) await callOnParked(em, options, parked);
  const gaps = await noteSequences(em, group, arrivals);
  await receiveWatermarks(em, subscription, arrivals);
  if (flowing.length > 0) await apply(flowing, em);
  for (const { id } of concerning.length === 1 && arrivals.length === 1 ? concerning : []) await sql(em, consumerSql.tried, [group, id]);
  await sql(em, consumerSql.advance, [group, topic, partition, nextOffset]);
  return { handled: flowing.length, duplicates: concerning.length - fresh.length, gaps, parked: parking.length };
}

/** Those that have not arrived before, in their order; each once. */
async function receive(em: EntityManager, group: string, concerning: readonly Arrival[]): Promise<Arrival[]> {
  if (concerning.length === 0) return [];
  const received = await sql<{ event_id: string }>(em, consumerSql.receive, [group, concerning.map(({ id }) => id)]);
  const isNew = new Set(received.map(({ event_id }) => event_id));
  return concerning.filter(({ id }) => isNew.delete(id));
}

/** What takes effect now, and what is set aside: it cannot be read, it failed, or it comes after one of its lane that did. */
async function part(em: EntityManager, group: string, arrivals: readonly Arrival[], failed: readonly ToPark[]) {
  const flowing: ReceivedEvent[] = [];
  const parking: ToPark[] = [];
  if (arrivals.length === 0) return { flowing, parking };
  const lanes = [...new Set(arrivals.map(({ lane }) => lane))];
  const rows = await sql<{ lane: string }>(em, consumerSql.parkedLanes, [group, lanes]);
  const closed = new Set(rows.map(({ lane }) => lane));
  for (const arrival of arrivals) {
    const given = failed.find((one) => one.arrival === arrival);
    if (closed.has(arrival.lane)) parking.push({ arrival, kind: 'waiting' });
    else if (given) parking.push(given);
    else if (arrival.failure) parking.push({ arrival, kind: 'permanent', error: arrival.failure });
    else if (arrival.event) flowing.push(arrival.event);
    if (parking.at(-1)?.arrival === arrival) closed.add(arrival.lane);
  }
  return { flowing, parking };
}
