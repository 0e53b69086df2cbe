import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Settings } from '../settings.ts';

/**
 * Runs Handover beside the demo: `npm start` loads demo data before any service runs. One that runs already does no harm,
 * the two share the work.
 */
export async function withHandover<Result>(
  settings: Settings,
  work: (failed: Promise<never>) => Promise<Result>,
): Promise<Result> {
  const entry = join(import.meta.dirname, '../../../handover/dist/main.js');
  const { NODE_ENV, DATABASE_URL, KAFKA_BROKERS, KAFKA_NAMESPACE = '' } = settings;
  const env = {
    NODE_ENV,
    DATABASE_URL,
    KAFKA_NAMESPACE,
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
