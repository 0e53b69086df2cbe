import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { endLeftover } from '../processes/background-process.ts';
import { isAlive } from '../processes/process-table.ts';
import { stateFolder } from '../settings/settings.ts';
import { removeKafkaInDocker } from '../kafka/start-kafka-in-docker.ts';
import { findParts } from './find-parts.ts';
import type { Housing, Parts } from './parts.ts';

const runs = path.join(stateFolder, 'tests');

/** Parts of one test run: empty at the start, gone at the end. What killed runs left goes first. */
export async function partsForTests(more: Pick<Housing, 'say' | 'onProgress' | 'durable'> = {}): Promise<Parts> {
  await sweep();
  const dir = path.join(runs, String(process.pid));
  mkdirSync(dir, { recursive: true });
  const parts = await findParts({ dir, durable: false, ...more });
  const stop = async () => {
    await parts.stop();
    remove(dir);
  };
  return { ...parts, stop };
}

async function sweep(): Promise<void> {
  if (!existsSync(runs)) return;
  const abandoned = readdirSync(runs).filter((pid) => !isAlive(Number(pid)));
  for (const dir of abandoned.map((pid) => path.join(runs, pid))) {
    await endLeftover(path.join(dir, 'kafka/process.json'), 'SIGKILL');
    await endLeftover(path.join(dir, 'postgres/process.json'), 'SIGQUIT');
    remove(dir);
  }
}

const remove = (dir: string) => {
  removeKafkaInDocker(path.join(dir, 'kafka'));
  rmSync(dir, { recursive: true, force: true });
};
