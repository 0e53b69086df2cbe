import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type BackgroundProcess, endLeftover, startInBackground } from '../processes/background-process.ts';
import { freePortLike } from '../processes/ports.ts';
import { patienceMs, waitFor } from '../processes/wait-for.ts';
import { diskIsFull, StartupError } from '../errors/startup-error.ts';
import { postgresBinaries } from './binaries.ts';
import { initDatabase } from './init-database.ts';
import { reachable } from './reachable.ts';
import { serverUser } from './server-user.ts';

export interface PostgresServer {
  /** The url of its superuser. */
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export interface StartPostgres {
  /** Holds the data, the log and the port; kept between runs. */
  readonly dir: string;
  readonly port?: number;
  /** Listens there too, beside the loopback. */
  readonly address?: string;
  readonly logFile?: string;
  /** False for tests: no waiting for the disk, as nothing needs to survive. */
  readonly durable?: boolean;
}

const password = 'postgres';

/** Starts a PostgreSQL of our own on the loopback; ready when it answers. What a killed run left is ended first. */
export async function startPostgres({
  dir,
  port: wanted,
  address,
  logFile = `${dir}/postgres.log`,
  durable = true,
}: StartPostgres): Promise<PostgresServer> {
  mkdirSync(dir, { recursive: true });
  const record = path.join(dir, 'process.json');
  const data = path.join(dir, 'data');
  const binaries = reachable(await postgresBinaries());
  const user = serverUser([path.dirname(binaries.postgres), dir]);
  await endLeftover(record, 'SIGINT');
  if (!existsSync(path.join(data, 'initialised'))) initDatabase({ binaries, data, user, password });
  const port = await freePortLike(wanted ?? rememberedPort(dir));
  writeFileSync(path.join(dir, 'port'), String(port));

  const settings = {
    port,
    listen_addresses: ['127.0.0.1', address].filter(Boolean).join(','),
    unix_socket_directories: '',
    max_connections: 300,
    ...roomy,
    ...(durable ? {} : hasty),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command, ...args] = [...user.prefix, binaries.postgres, ...flags, '-D', data];
  const start = () =>
    startInBackground({
      command: command!,
      args,
      uid: user.uid,
      gid: user.gid,
      cwd: '/',
      logFile,
      record,
      stopSignal: 'SIGINT',
    });
  const server = await startPatiently(start);
  if (!isReady(server)) {
    await server.stop();
    throw didNotStart(server, logFile);
  }
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    pid: server.pid,
    stop: () => server.stop(),
  };
}

const isReady = (server: BackgroundProcess) => /ready to accept connections/.test(server.log());

/** After a kill the former server's children, or only its number, may linger for a moment: then once more. */
async function startPatiently(start: () => BackgroundProcess, patience = 10_000): Promise<BackgroundProcess> {
  const end = performance.now() + patience;
  for (;;) {
    const server = start();
    await waitFor(() => isReady(server) || server.hasExited(), patienceMs);
    const lingers = server.hasExited() && /lock file .* already exists|shared memory block/.test(server.log());
    if (!lingers || performance.now() > end) return server;
    await pause(100);
  }
}

/** The read model stays in memory, and an index is not shunned for fear of a disk that turns; taken only when used. */
const roomy = { shared_buffers: '512MB', random_page_cost: 1.1 };

const hasty = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

const rememberedPort = (dir: string) =>
  existsSync(`${dir}/port`) ? Number(readFileSync(`${dir}/port`, 'utf8')) : undefined;

const didNotStart = (server: BackgroundProcess, logFile: string) => {
  const log = server.log();
  if (/no space left on device/i.test(log)) return diskIsFull();
  const reason =
    log.split('\n').findLast((line) => /FATAL|PANIC|rror/.test(line)) ?? 'It did not answer in three minutes.';
  return new StartupError(
    `PostgreSQL did not start: ${reason.trim()}`,
    `Its log is ${logFile}; npm run reset begins from nothing.`,
  );
};

/** Removes the data of a server that is stopped. */
export const removePostgres = (dir: string) => rmSync(dir, { recursive: true, force: true });
