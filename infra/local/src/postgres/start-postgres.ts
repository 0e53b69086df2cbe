import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BackgroundProcess, endLeftover, startInBackground } from '../processes/background-process.ts';
import { freePortLike } from '../processes/ports.ts';
import { waitFor } from '../processes/wait-for.ts';
import { diskIsFull, Trouble } from '../trouble.ts';
import { postgresBinaries } from './binaries.ts';
import { initDatabase } from './init-database.ts';
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
  readonly logFile?: string;
  /** False for tests: no waiting for the disk, as nothing needs to survive. */
  readonly durable?: boolean;
}

const password = 'postgres';

/** Starts a PostgreSQL of our own on the loopback; ready when it answers. What a killed run left is ended first. */
export async function startPostgres({ dir, port: wanted, logFile = `${dir}/postgres.log`, durable = true }: StartPostgres): Promise<PostgresServer> {
  mkdirSync(dir, { recursive: true });
  const record = path.join(dir, 'process.json');
  const data = path.join(dir, 'data');
  const binaries = await postgresBinaries();
  const user = serverUser([path.dirname(binaries.postgres), dir]);
  await endLeftover(record, 'SIGINT');
  if (!existsSync(path.join(data, 'initialised'))) initDatabase({ binaries, data, user, password });
  const port = await freePortLike(wanted ?? rememberedPort(dir));
  writeFileSync(path.join(dir, 'port'), String(port));

  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: 300, ...(durable ? {} : hasty) };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command, ...args] = [...user.prefix, binaries.postgres, ...flags, '-D', data];
  const server = startInBackground({ command: command!, args, uid: user.uid, gid: user.gid, cwd: '/', logFile, record, stopSignal: 'SIGINT' });
  const ready = () => /ready to accept connections/.test(server.log());
  await waitFor(() => ready() || server.hasExited(), 60_000);
  if (!ready()) {
    await server.stop();
    throw didNotStart(server, logFile);
  }
  return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, pid: server.pid, stop: () => server.stop() };
}

const hasty = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

const rememberedPort = (dir: string) => (existsSync(`${dir}/port`) ? Number(readFileSync(`${dir}/port`, 'utf8')) : undefined);

const didNotStart = (server: BackgroundProcess, logFile: string) => {
  const log = server.log();
  if (/no space left on device/i.test(log)) return diskIsFull();
  const reason = log.split('\n').findLast((line) => /FATAL|PANIC|rror/.test(line)) ?? 'It did not answer in a minute.';
  return new Trouble(`PostgreSQL did not start: ${reason.trim()}`, `Its log is ${logFile}; npm run reset begins from nothing.`);
};

/** Removes the data of a server that is stopped. */
export const removePostgres = (dir: string) => rmSync(dir, { recursive: true, force: true });
