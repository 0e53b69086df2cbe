import { sqlOf } from '@academies/database';
import { endOffsets, type KafkaSettings, positions } from '@academies/messaging';
import { registerConsumer, registerTopics } from '@academies/register';
import type { TopicName } from '@academies/contracts';
import type { MikroORM } from '@mikro-orm/postgresql';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';

/** Of Prepare's copy, as its service reads on from there. */
const group = 'prepare-register';
const topics = Object.keys(registerTopics) as TopicName[];

/** Reads the topics of the register to their end as of now, so that the copy knows every school. */
export async function waitForRegister(orm: MikroORM, kafka: KafkaSettings, logger: Logger): Promise<void> {
  const ends = await endOffsets(kafka, topics, logger);
  const expected = topics.flatMap((topic) =>
    Object.entries(ends[topic] ?? {}).map(([partition, end]) => ({ topic, partition, end })),
  );
  if (expected.every(({ end }) => end === '0'))
    throw new Error('The register is empty: load it first (npm run register:demo)');
  const consumer = registerConsumer(group, { orm, kafka, logger });
  consumer.start();
  try {
    for (;;) {
      const read = await positions(sqlOf(orm.em.fork()), group);
      if (expected.every(({ topic, partition, end }) => BigInt(read[topic]?.[partition] ?? 0) >= BigInt(end))) return;
      await pause(100);
    }
  } finally {
    await consumer.stop();
  }
}
