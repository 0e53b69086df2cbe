import type { Sql } from '@academies/database';
import {
  asOf,
  type Broker,
  endsOf,
  type KafkaSettings,
  type Offsets,
  openBroker,
  positions,
  topicsOf,
} from '@academies/messaging';
import type { HealthAnswer } from '@academies/web';
import type { OnApplicationShutdown } from '@nestjs/common';
import { pino } from 'pino';
import { setTimeout as pause } from 'node:timers/promises';
import type { Reading } from '../database/reading.ts';
import { readModelSubscription } from '../projection/state-updates.ts';
import { currentReadModel } from '../read-model/read-model.ts';

/** How far the read model is, and what is still missing from it (docs/domain/reporting.md, "What changed, what was, and can it be trusted"). */
export interface Freshness {
  /** All that every source had committed before this moment is in; null until all have said so. */
  readonly asOf: Date | null;
  /** The source that has said nothing newer for a while, or nothing at all yet. */
  readonly heldBackBy: string | null;
  /** Events that are published and not yet in; null while Kafka cannot be asked. */
  readonly waiting: number | null;
  /** Projects whose events are held back in the dead letters. */
  readonly heldBack: number;
}

const { group } = readModelSubscription;

/** The topics whose messages change a file; watermarks only say how fresh it is. */
const eventTopics = topicsOf(readModelSubscription).filter((topic) => topic !== 'watermarks');

/** Whose watermarks say how fresh a file is. */
const sources = ['prepare', 'complete', 'register'];

/** A source says every few seconds that it has published everything; after so long its silence is told. */
const silenceMs = 60_000;

/** Keys of parked messages are projects; a message without a key counts for one. */
const heldBackSql = `
  select count(distinct coalesce(key, ordering_key))::int as projects
    from dead_letter where consumer_group = $1 and state = 'parked'`;

/** Says how far the read model is: now, or in a snapshot of the database. */
export class FreshnessCheck implements OnApplicationShutdown {
  readonly #ends: TopicEnds;

  constructor(
    private readonly reading: Reading,
    kafka: KafkaSettings,
  ) {
    this.#ends = new TopicEnds(kafka);
  }

  now(): Promise<Freshness> {
    return this.at(this.reading.sql);
  }

  /** Of a snapshot, when it has been taken: the ends of the topics are asked for after that, so nothing is left out. */
  async at(sql: Sql): Promise<Freshness> {
    const read = await positions(sql, group);
    const asking = this.#ends.now();
    const { moment, heldBackBy } = await asOf(sql, readModelSubscription, sources);
    const [parked] = await sql.all<{ projects: number }>(heldBackSql, [group]);
    const ends = await asking;
    const silent = !moment || Date.now() - moment.getTime() > silenceMs;
    return {
      asOf: moment ?? null,
      heldBackBy: silent ? (heldBackBy ?? null) : null,
      waiting: ends && waitingBetween(read, ends),
      heldBack: parked?.projects ?? 0,
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#ends.close();
  }
}

const failedCellsSql = 'select count(*)::int as "failedCells" from failed_cell where build = $1';

/** For /health: degraded while there is nothing to read yet or a column fails on some rows; how fresh it is stands beside. */
export async function readModelHealth(reading: Reading, freshness: FreshnessCheck): Promise<HealthAnswer> {
  const model = await currentReadModel(reading.sql);
  const { build, position } = model ?? {};
  const [{ failedCells = 0 } = {}] = await reading.sql.all<{ failedCells: number }>(failedCellsSql, [build]);
  const status = model && failedCells === 0 ? 'up' : 'degraded';
  return { status, build, position, failedCells, ...(await freshness.now()) };
}

/** That Kafka does not answer is said by the answer, and logged by the consumer. */
const silentLog = pino({ level: 'silent' });

const patienceMs = 1_500;
const politeMs = 2_000;

/** Asks Kafka how far its topics go, on a connection that stays; never for long, since a page or a file waits for it. */
class TopicEnds {
  #broker: Broker | undefined;

  constructor(private readonly kafka: KafkaSettings) {}

  now(): Promise<Offsets | null> {
    const broker = (this.#broker ??= openBroker(this.kafka, silentLog));
    const asked = endsOf(broker, eventTopics).catch(() => {
      if (this.#broker === broker) void this.close();
      return null;
    });
    return Promise.race([asked, pause(patienceMs, null, { ref: false })]);
  }

  async close(): Promise<void> {
    const broker = this.#broker;
    this.#broker = undefined;
    await broker?.close(politeMs);
  }
}

/** Messages between what was read and the ends; those of an end that was asked for earlier are read already. */
function waitingBetween(read: Offsets, ends: Offsets): number {
  let waiting = 0;
  for (const [topic, partitions] of Object.entries(ends))
    for (const [partition, end] of Object.entries(partitions))
      waiting += Math.max(0, Number(end) - Number(read[topic]?.[partition] ?? 0));
  return waiting;
}
