import { freePort } from '../processes/ports.ts';
import { asVariables, brokerProperties } from '../kafka/broker-properties.ts';
import { kafkaImage } from '../kafka/start-kafka-in-docker.ts';
import { StartupError } from '../errors/startup-error.ts';
import type { Part } from './parts.ts';

/** PostgreSQL by Testcontainers. Loaded only when asked for: it is big, and not in production. */
export async function databaseInContainer(): Promise<Part<string>> {
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql');
  const asked = new PostgreSqlContainer('postgres:18').withCommand([
    'postgres',
    '-c',
    'max_connections=300',
    '-c',
    'fsync=off',
  ]);
  const started = await asked.start().catch(noEngine);
  return { at: started.getConnectionUri(), stop: async () => void (await started.stop()) };
}

/** Kafka by Testcontainers, on a port chosen beforehand: the broker must know the address that it gives to clients. */
export async function kafkaInContainer(): Promise<Part<string[]>> {
  const { GenericContainer, Wait, getContainerRuntimeClient } = await import('testcontainers');
  const { info } = await getContainerRuntimeClient().catch(noEngine);
  const advertised = info.containerRuntime.host;
  const port = await freePort();
  const place = {
    inContainer: true,
    advertised,
    port,
    controllerPort: port === 9093 ? 9094 : 9093,
    logDirs: '/tmp/kafka',
  };
  const started = await new GenericContainer(kafkaImage)
    .withEnvironment(asVariables(brokerProperties(place)))
    .withExposedPorts({ container: port, host: port })
    .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
    .withStartupTimeout(120_000)
    .start();
  return { at: [`${advertised}:${port}`], stop: async () => void (await started.stop()) };
}

const noEngine = (error: Error): never => {
  throw new StartupError(
    `BACKENDS=containers needs a Docker engine (${error.message}).`,
    'Start Docker, or unset BACKENDS.',
    { cause: error },
  );
};
