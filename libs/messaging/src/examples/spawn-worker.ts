import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Service } from './service.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const worker = path.join(root, 'libs/messaging/dist/examples/worker.js');

/** The worker is a compiled file, as in production; what has not changed is not built again. */
export function buildWorker(): void {
  const nx = path.join(root, 'node_modules/.bin/nx');
  const built = spawnSync(nx, ['run-many', '-t', 'build', '-p', 'messaging', 'contracts'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The build failed: ${built.stdout}${built.stderr}`);
}

/** Starts a process that consumes or relays; it can be killed like any other. */
export function spawnWorker({ url, kafka }: Service, how: { dies?: 'after the commit' | 'on killer'; relays?: boolean } = {}): ChildProcess {
  const env = { ...process.env, NODE_OPTIONS: '' };
  return fork(worker, [JSON.stringify({ url, kafka, ...how })], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] });
}

/** Waits until a process is gone; answers the signal that ended it. */
export async function gone(child: ChildProcess): Promise<string | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.signalCode;
}
