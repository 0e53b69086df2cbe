import type { TopicName } from '@academies/contracts';
import { sqlOf } from '@academies/database';
import { endOffsets, type KafkaSettings, positions } from '@academies/messaging';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Settings } from '../settings/settings.ts';

/**
 * Runs Handover beside the demo: `npm start` loads demo data before any service runs. One that runs already does no harm,
 * the two share the work.
 */
export async function withHandover<Result>(
  settings: Settings,
  work: (failed: Promise<never>) => Promise<Result>,
): Promise<Result> {
  const entry = join(import.meta.dirname, '../../../handover/dist/main.js');
  const { NODE_ENV, DATABASE_URL, KAFKA_BROKERS, KAFKA_NAMESPACE = '', TRIAL } = settings;
  const env = {
    NODE_ENV,
    DATABASE_URL,
    KAFKA_NAMESPACE,
    TRIAL,
    KAFKA_BROKERS: KAFKA_BROKERS.join(','),
    PORT: '0',
    LOG_LEVEL: 'error',
  };
  const child = spawn(process.execPath, ['--enable-source-maps', entry], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let isStopping = false;
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const failed = ended.then((): never => {
    if (isStopping) return undefined as never;
    throw new Error('Handover ended before everything had arrived; above is what it said');
  });
  failed.catch(() => {});
  try {
    return await work(failed);
  } finally {
    isStopping = true;
    child.kill('SIGTERM');
    await ended;
  }
}

/** Waits until Handover has answered every approval that is in Prepare's topic now: its position reached the end. */
export async function waitForArrivals(orm: MikroORM, kafka: KafkaSettings, logger: Logger): Promise<void> {
  const topic: TopicName = 'prepare.projects';
  const { [topic]: ends = {} } = await endOffsets(kafka, [topic], logger);
  for (;;) {
    const { [topic]: read = {} } = await positions(sqlOf(orm.em.fork()), 'handover');
    if (Object.entries(ends).every(([partition, end]) => BigInt(read[partition] ?? 0) >= BigInt(end))) return;
    await pause(100);
  }
}
