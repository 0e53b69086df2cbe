import { topicNames } from '@academies/contracts';
import { endOffsets, messagingOf } from '@academies/messaging';
import { pino } from 'pino';
import { eventually } from '../parts/eventually.ts';
import { ask, count } from './ask.ts';
import type { System } from './start-system.ts';

/** Watermarks are published while everything rests. */
const topics = topicNames.filter((topic) => topic !== 'watermarks');
const logger = pino({ level: 'silent' });

/** Waits until every service has read all that any of them has published, and has nothing left to publish. */
export async function settled(system: Pick<System, 'kafka' | 'databases'>, within = 120_000): Promise<void> {
  const { kafka } = messagingOf('settled', { ...system.kafka, TRIAL: 'no' });
  await eventually(
    async () => {
      const read = await Promise.all(Object.values(system.databases).map(({ url }) => positionsIn(url)));
      for (const { url } of Object.values(system.databases))
        if (await count(url, 'select from outbox where published_at is null and refused is null')) return false;
      const ends = await endOffsets(kafka, topics, logger);
      return read.flat().every(({ topic, partition, next }) => next === ends[topic]?.[partition]);
    },
    { within, every: 300 },
  );
}

const positionsIn = (url: string) =>
  ask<{ topic: string; partition: number; next: string }>(
    url,
    `select topic, partition, next_offset::text as next from consumer_position where topic <> 'watermarks'`,
  );
