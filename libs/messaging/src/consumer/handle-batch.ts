import { sql } from '@academies/database';
import { topics, type ValueOf, type WatermarkAdvanced } from '@academies/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { defaultLogger } from '../broker/kafka-settings.ts';
import { failureKind } from '../dead-letters/failure-kind.ts';
import type { ParkedEvent } from '../dead-letters/parked-event.ts';
import { park, type ToPark } from '../dead-letters/park.ts';
import type { IncomingMessage } from '../message/incoming-message.ts';
import type { ReceivedEvent } from '../message/read-message.ts';
import { Stopped } from '../timing/waiting.ts';
import { consumerSql } from './consumer.sql.ts';
import type { ConsumerOptions, Parted, Screen } from './consumer-options.ts';
import { receiveWatermarks } from './received-watermarks.ts';

/** Messages of one partition, in their order, and where the partition goes on after them. */
export interface Chunk {
  readonly topic: string;
  readonly partition: number;
  readonly incoming: readonly IncomingMessage[];
  /** Where the partition was when they were read: what the database must say too. */
  readonly position: string;
  readonly nextOffset: string;
}

/**
 * The database is at an earlier place than this process: it was restored, or a stand-by that lagged took over. The
 * database is the truth; what was read is left, and read again from where it says.
 */
export class PositionMoved extends Stopped {}

/** A chunk in parts of so many messages; after the last the partition goes on where the chunk says. */
export function partsOf(chunk: Chunk, size: number): Chunk[] {
  const parts: Chunk[] = [];
  for (let begin = 0; begin < chunk.incoming.length; begin += size) {
    const incoming = chunk.incoming.slice(begin, begin + size);
    const isLast = begin + size >= chunk.incoming.length;
    const last = incoming.at(-1) as IncomingMessage;
    const position = parts.at(-1)?.nextOffset ?? chunk.position;
    const nextOffset = isLast ? chunk.nextOffset : String(BigInt(last.message.offset) + 1n);
    parts.push({ ...chunk, incoming, position, nextOffset });
  }
  return parts;
}

/** Numbers of a subject that were skipped. It stops nothing: each event carries the whole state (docs/architecture.md, "Events"). */
export interface Gap {
  readonly source: string;
  readonly subject: string;
  readonly missing: number;
}

/** What a chunk came to. */
export interface Outcome {
  readonly handled: readonly ReceivedEvent[];
  readonly duplicates: number;
  readonly gaps: readonly Gap[];
  readonly parked: number;
  /** Why watermarks were dropped, or not taken at their word. */
  readonly oddWatermarks: readonly string[];
}

/**
 * Handles messages in one transaction: what arrived before is dropped, what cannot be read or waits for its key is parked,
 * the rest takes effect; inbox, dead letters and position are in the same commit as what it changed. A failure of `apply`
 * undoes all of it. `failed` parks these messages without trying them again.
 */
export function handleBatch(options: ConsumerOptions, chunk: Chunk, failed: readonly ToPark[] = []): Promise<Outcome> {
  return options.orm.em.fork().transactional((em) => inTransaction(em, options, chunk, failed));
}

async function inTransaction(
  em: EntityManager,
  options: ConsumerOptions,
  chunk: Chunk,
  failed: readonly ToPark[],
): Promise<Outcome> {
  const { subscription, apply, activeOnlyOne, screen = asItCame } = options;
  const { group } = subscription;
  const { topic, partition, incoming, nextOffset } = chunk;
  if (activeOnlyOne) await sql(em, consumerSql.lockGroup, [group]);
  const [held] = await sql<{ position: string }>(em, consumerSql.lock, [group, topic, partition]);
  // Ahead of us is a former owner of the partition that has just finished: the inbox drops what it did.
  if (!held || BigInt(held.position) < BigInt(chunk.position))
    throw new PositionMoved(
      `The database is at ${held?.position ?? 'no place'} of ${topic}/${partition}, and ${chunk.position} was read`,
    );
  const hasFailed = new Set(failed.map((one) => one.incoming));
  const concerning = incoming.filter((one) => one.handling === 'handled' || hasFailed.has(one));
  const taken = incoming.filter((one) => !hasFailed.has(one));
  const fresh = await receive(em, group, concerning);
  const { flowing, parking } = await screen(em, await part(em, group, fresh, failed));
  for (const parked of await park(em, group, parking)) await callOnParked(em, options, parked);
  const gaps = await noteSequences(em, group, taken);
  await receiveWatermarks(em, subscription, taken);
  if (flowing.length > 0) await apply(flowing, em);
  for (const { id } of concerning.length === 1 && incoming.length === 1 ? concerning : [])
    await sql(em, consumerSql.tried, [group, id]);
  const { offset = null, headers, leaderEpoch = null } = incoming.at(-1)?.message ?? {};
  const last = [offset, headers?.['ce_id']?.slice(0, 100) ?? null, leaderEpoch];
  await sql(em, consumerSql.advance, [group, topic, partition, nextOffset, ...last]);
  return {
    handled: flowing,
    duplicates: concerning.length - fresh.length,
    gaps,
    parked: parking.length,
    oddWatermarks: taken.flatMap(whyOdd),
  };
}

const asItCame: Screen = async (_, parted) => parted;

/** Those that have not arrived before, in their order; each once. */
async function receive(
  em: EntityManager,
  group: string,
  concerning: readonly IncomingMessage[],
): Promise<IncomingMessage[]> {
  if (concerning.length === 0) return [];
  const received = await sql<{ event_id: string }>(em, consumerSql.receive, [group, concerning.map(({ id }) => id)]);
  const isNew = new Set(received.map(({ event_id }) => event_id));
  return concerning.filter(({ id }) => isNew.delete(id));
}

/** What takes effect now, and what is set aside: it cannot be read, it failed, or it comes after one of its key that did. */
async function part(
  em: EntityManager,
  group: string,
  fresh: readonly IncomingMessage[],
  failed: readonly ToPark[],
): Promise<Parted> {
  const flowing: ReceivedEvent[] = [];
  const parking: ToPark[] = [];
  if (fresh.length === 0) return { flowing, parking };
  const keys = [...new Set(fresh.map(({ orderingKey }) => orderingKey))];
  const rows = await sql<{ ordering_key: string }>(em, consumerSql.blockedKeys, [group, keys]);
  const blocked = new Set(rows.map(({ ordering_key }) => ordering_key));
  for (const incoming of fresh) {
    const given = failed.find((one) => one.incoming === incoming);
    if (blocked.has(incoming.orderingKey)) parking.push({ incoming, kind: 'waiting' });
    else if (given) parking.push(given);
    else if (incoming.failure) parking.push({ incoming, kind: 'permanent', error: incoming.failure });
    else if (incoming.event) flowing.push(incoming.event);
    if (parking.at(-1)?.incoming === incoming) blocked.add(incoming.orderingKey);
  }
  return { flowing, parking };
}

/** Tells the service of a parked event. When that fails for good the event is parked all the same, or it would be lost. */
async function callOnParked(em: EntityManager, options: ConsumerOptions, parked: ParkedEvent): Promise<void> {
  const { onParked, logger = defaultLogger(options.kafka.clientId), subscription } = options;
  const { id, key, type, kind, code, message } = parked;
  logger.error(
    { group: subscription.group, deadLetter: id, key, type, kind, code, reason: message },
    'A message is parked',
  );
  if (!onParked) return;
  try {
    await em.transactional((inner) => onParked(inner, parked));
  } catch (error) {
    if (failureKind(error) === 'transient') throw error;
    logger.error({ err: error, deadLetter: id }, 'The service could not take note of a parked message');
  }
}

/**
 * Notes the newest number of each subject and answers the gaps. What was seen before is none, however often it is
 * published again. Compacted topics are meant to have gaps.
 */
async function noteSequences(em: EntityManager, group: string, incoming: readonly IncomingMessage[]): Promise<Gap[]> {
  const seen = incoming.flatMap(({ message, numbered }) => {
    if (topics[message.topic].compacted || !numbered) return [];
    const { source, subject, sequence } = numbered;
    return [{ source, subject, sequence }];
  });
  return seen.length === 0 ? [] : sql<Gap>(em, consumerSql.sequences, [group, JSON.stringify(seen)]);
}

/** Clocks of two machines may differ by as much. */
const clocksDifferMs = 60_000;

function whyOdd({ handling, failure, event }: IncomingMessage): string[] {
  if (handling === 'dropped' && failure) return [`A watermark was dropped: ${failure.message}`];
  if (handling !== 'watermark' || !event) return [];
  const { source, committedBefore } = event.value as ValueOf<typeof WatermarkAdvanced>;
  if (Date.parse(committedBefore) < Date.now() + clocksDifferMs) return [];
  return [`A watermark of ${source} is from the future, ${committedBefore}, and counts as one of now`];
}
