import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BackgroundProcess, endLeftover, startInBackground } from '../processes/background-process.ts';
import { freePort, freePortLike } from '../processes/ports.ts';
import { patienceMs, waitFor } from '../processes/wait-for.ts';
import { diskIsFull, StartupError } from '../errors/startup-error.ts';
import { asPropertiesFile, brokerProperties } from './broker-properties.ts';

export interface KafkaBroker {
  readonly brokers: string[];
  readonly pid: number;
  stop(): Promise<void>;
}

export interface StartKafka {
  /** Holds the data, the log and the port; kept between runs. */
  readonly dir: string;
  /** The folder with Kafka's jars. */
  readonly jars: string;
  readonly java: string;
  readonly port?: number;
  readonly logFile?: string;
}

/** Starts a broker of our own on the loopback; ready when it says so. What a killed run left is ended first. */
export async function startKafka({
  dir,
  jars,
  java,
  port: wanted,
  logFile = `${dir}/kafka.log`,
}: StartKafka): Promise<KafkaBroker> {
  mkdirSync(dir, { recursive: true });
  const record = path.join(dir, 'process.json');
  await endLeftover(record, 'SIGTERM');
  const port = await freePortLike(wanted ?? rememberedPort(dir));
  const file = path.join(dir, 'server.properties');
  const place = { advertised: '127.0.0.1', port, controllerPort: await freePort(), logDirs: path.join(dir, 'data') };
  writeFileSync(file, asPropertiesFile(brokerProperties(place)));
  writeFileSync(path.join(dir, 'port'), String(port));

  const classPath = [
    '-cp',
    path.join(jars, '*'),
    `-Dlog4j2.configurationFile=${path.join(import.meta.dirname, 'log4j2.properties')}`,
  ];
  const lean = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Djava.awt.headless=true'];
  if (!existsSync(path.join(dir, 'formatted'))) format(java, [...lean, ...classPath], dir, file);
  const env = javaEnvironment();
  const args = ['-Xmx512m', ...lean, ...classPath, 'kafka.Kafka', file];
  const broker = startInBackground({ command: java, args, env, cwd: dir, logFile, record, stopSignal: 'SIGTERM' });
  const ready = () => /Kafka Server started/.test(broker.log());
  await waitFor(() => ready() || broker.hasExited(), patienceMs, 50);
  if (!ready()) {
    await broker.stop();
    throw didNotStart(broker, logFile);
  }
  return { brokers: [`127.0.0.1:${port}`], pid: broker.pid, stop: () => broker.stop() };
}

/** Java reads names of files by the locale: in C's own, or in one that is not installed, each letter beyond ASCII is lost. */
const javaEnvironment = () => ({ ...process.env, LC_ALL: 'C.UTF-8' });

/** Gives the data folder its cluster id. What was begun and not finished is thrown away: the mark comes last. */
function format(java: string, flags: string[], dir: string, file: string): void {
  rmSync(path.join(dir, 'data'), { recursive: true, force: true });
  const args = [...flags, 'kafka.tools.StorageTool', 'format', '--standalone', '-t', clusterId(), '-c', file];
  const made = spawnSync(java, args, { cwd: dir, env: javaEnvironment(), encoding: 'utf8' });
  if (made.status !== 0) {
    const words = `${made.error?.message ?? ''}${made.stdout}${made.stderr}`.trim();
    if (/no space left on device/i.test(words)) throw diskIsFull(dir);
    throw new StartupError(
      `Kafka could not prepare its data folder: ${words.split('\n').at(-1)}`,
      'Is the folder .local writable?',
    );
  }
  writeFileSync(path.join(dir, 'formatted'), '');
}

/** 22 characters; the first is never a dash, which would look like an option. */
const clusterId = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[0]! &= 0x7f;
  return Buffer.from(bytes).toString('base64url');
};

const rememberedPort = (dir: string) =>
  existsSync(`${dir}/port`) ? Number(readFileSync(`${dir}/port`, 'utf8')) : undefined;

const didNotStart = (broker: BackgroundProcess, logFile: string) => {
  const log = broker.log();
  if (/no space left on device/i.test(log)) return diskIsFull();
  const reason =
    log.split('\n').findLast((line) => /FATAL|ERROR|rror:|xception/.test(line)) ?? 'It was not ready in time.';
  return new StartupError(
    `Kafka did not start: ${reason.trim()}`,
    `Its log is ${logFile}; npm run reset begins from nothing.`,
  );
};
