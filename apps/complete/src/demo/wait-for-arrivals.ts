import type { TopicName } from '@academies/contracts';
import { endOffsets, type KafkaSettings, positions } from '@academies/messaging';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { setTimeout as pause } from 'node:timers/promises';

/** Waits until Handover has answered every approval that is in Prepare's topic now: its position reached the end. */
export async function waitForArrivals(orm: MikroORM, kafka: KafkaSettings, logger: Logger): Promise<void> {
  const topic: TopicName = 'prepare.projects';
  const { [topic]: ends = {} } = await endOffsets(kafka, [topic], logger);
  for (;;) {
    const { [topic]: read = {} } = await positions(orm.em.fork(), 'handover');
    if (Object.entries(ends).every(([partition, end]) => BigInt(read[partition] ?? 0) >= BigInt(end))) return;
    await pause(100);
  }
}
