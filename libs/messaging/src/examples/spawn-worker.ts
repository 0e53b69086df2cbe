import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Service } from './service.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const compiled = (name: string) => path.join(root, 'libs/messaging/dist/examples', name);

/** The worker is a compiled file, as in production; what has not changed is not built again. */
export function buildWorker(): void {
  const nx = path.join(root, 'node_modules/.bin/nx');
  const built = spawnSync(nx, ['run-many', '-t', 'build', '-p', 'messaging', 'contracts'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The build failed: ${built.stdout}${built.stderr}`);
}

const start = (file: string, about: object): ChildProcess =>
  fork(compiled(file), [JSON.stringify(about)], { env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] });

/** Starts a process that consumes or relays; it can be killed like any other. */
export const spawnWorker = ({ url, kafka }: Service, how: { dies?: 'after the commit' | 'on killer'; relays?: boolean } = {}) =>
  start('worker.js', { url, kafka, ...how });

/** Starts a service that has nothing to do; it tells how busy it is with that. */
export const spawnIdle = ({ url, kafka }: Service) => start('idle-worker.js', { url, kafka });

/** Waits until a process is gone; answers the signal that ended it. */
export async function gone(child: ChildProcess): Promise<string | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.signalCode;
}
