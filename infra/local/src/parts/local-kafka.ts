import path from 'node:path';
import { fetchKafka } from '../kafka/fetch-kafka.ts';
import { findJava, isNewEnough, oldestJava } from '../kafka/java.ts';
import { dockerRuns, startKafkaInDocker } from '../kafka/start-kafka-in-docker.ts';
import { type KafkaBroker, startKafka } from '../kafka/start-kafka.ts';
import type { LocalSettings } from '../settings/settings.ts';
import { StartupError } from '../errors/startup-error.ts';
import type { Housing } from './parts.ts';

/** Kafka on this machine: on Java, without it in a container, and without both a word on what to do. */
export async function localKafka(
  settings: LocalSettings,
  { dir, logs, say, onProgress }: Housing,
): Promise<KafkaBroker> {
  const java = findJava(settings.JAVA_HOME);
  if (isNewEnough(java)) {
    const jars = await fetchKafka({ cache: settings.ACADEMIES_CACHE, from: settings.MAVEN_MIRROR, onProgress });
    return startKafka({
      dir: path.join(dir, 'kafka'),
      jars,
      java: java.command,
      logFile: logs && path.join(logs, 'kafka.log'),
    });
  }
  const has = java.version === undefined ? 'There is no Java here' : `The Java here is version ${java.version}`;
  if (dockerRuns()) {
    say?.(`${has}, so Kafka runs in a container`);
    return startKafkaInDocker({ dir: path.join(dir, 'kafka') });
  }
  throw new StartupError(
    `${has}; Kafka needs Java ${oldestJava} or newer.`,
    `Install one (for example: apt install openjdk-17-jre-headless, or brew install openjdk), or start Docker, or set KAFKA_BROKERS to a broker that runs.`,
  );
}
