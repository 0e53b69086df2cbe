import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { freePort, freePortLike } from '../processes/ports.ts';
import { waitFor } from '../processes/wait-for.ts';
import { StartupError } from '../errors/startup-error.ts';
import { asVariables, brokerProperties } from './broker-properties.ts';
import type { KafkaBroker } from './start-kafka.ts';

/** The official image of the same Kafka that we run on Java. */
export const kafkaImage = 'apache/kafka:4.3.0';

/** Whether a Docker engine answers. */
export const dockerRuns = (): boolean =>
  spawnSync('docker', ['version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;

/** For machines without Java: the broker in a container, with its data in a volume named after the folder. */
export async function startKafkaInDocker({ dir, port: wanted }: { dir: string; port?: number }): Promise<KafkaBroker> {
  mkdirSync(dir, { recursive: true });
  const name = containerName(dir);
  docker('rm', '--force', name);
  const port = await freePortLike(wanted ?? rememberedPort(dir));
  writeFileSync(`${dir}/port`, String(port));
  const place = {
    inContainer: true,
    advertised: 'localhost',
    port,
    controllerPort: await freePort(),
    logDirs: '/var/lib/kafka/data/broker',
  };
  const variables = Object.entries(asVariables(brokerProperties(place))).flatMap(([key, value]) => [
    '-e',
    `${key}=${value}`,
  ]);
  const run = docker(
    'run',
    '--detach',
    '--name',
    name,
    '-p',
    `127.0.0.1:${port}:${port}`,
    '-v',
    `${name}:/var/lib/kafka/data`,
    ...variables,
    kafkaImage,
  );
  if (run.status !== 0)
    throw new StartupError(
      `Docker could not start ${kafkaImage}: ${run.stderr.trim().split('\n').at(-1)}`,
      'Install Java 17 or newer instead.',
    );
  const ready = () => /Kafka Server started/.test(docker('logs', name).stdout);
  if (!(await waitFor(ready, 120_000, 250)))
    throw new StartupError('Kafka in its container was not ready in time.', `Look at: docker logs ${name}`);
  const stop = async () => {
    docker('stop', '--time', '20', name);
    docker('rm', '--force', name);
  };
  return { brokers: [`localhost:${port}`], pid: 0, stop };
}

/** Removes the data that lies in Docker's volume, not in the folder. */
export function removeKafkaInDocker(dir: string): void {
  if (!existsSync(`${dir}/port`) || existsSync(`${dir}/formatted`) || !dockerRuns()) return;
  docker('rm', '--force', containerName(dir));
  docker('volume', 'rm', '--force', containerName(dir));
  rmSync(dir, { recursive: true, force: true });
}

const docker = (...args: string[]) => spawnSync('docker', args, { encoding: 'utf8' });

const containerName = (dir: string) => `academies-kafka-${createHash('sha256').update(dir).digest('hex').slice(0, 8)}`;

const rememberedPort = (dir: string) =>
  existsSync(`${dir}/port`) ? Number(readFileSync(`${dir}/port`, 'utf8')) : undefined;
