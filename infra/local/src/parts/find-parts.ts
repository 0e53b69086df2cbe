import path from 'node:path';
import { startPostgres } from '../postgres/start-postgres.ts';
import { type LocalSettings, localSettings, stateFolder } from '../settings/settings.ts';
import { databaseInContainer, kafkaInContainer } from './container-parts.ts';
import { localKafka } from './local-kafka.ts';
import { namedBrokers, namedDatabase } from './named-parts.ts';
import type { Housing, Part, Parts } from './parts.ts';

/** Where a part comes from: what the environment names goes first, then containers when asked for, else our own. */
export const sourceOf = (part: 'DATABASE_URL' | 'KAFKA_BROKERS', settings: LocalSettings) =>
  settings[part] ? 'environment' : settings.BACKENDS === 'containers' ? 'containers' : 'local';

/** PostgreSQL and Kafka, found or started at the same time. When one fails, the other is stopped again. */
export async function findParts(housing: Housing = { dir: stateFolder }, settings = localSettings()): Promise<Parts> {
  const [database, kafka] = await Promise.allSettled([findPostgres(housing, settings), findKafka(housing, settings)]);
  const stop = () => stopAll(kafka, database);
  const failed = [database, kafka].find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') {
    await stop();
    throw failed.reason;
  }
  return { databaseUrl: valueOf(database).at, brokers: valueOf(kafka).at, stop };
}

/** The PostgreSQL server. */
export async function findPostgres({ dir, logs, durable }: Housing, settings = localSettings()): Promise<Part<string>> {
  if (settings.DATABASE_URL) return { at: await namedDatabase(settings.DATABASE_URL), stop: nothing };
  if (settings.BACKENDS === 'containers') return databaseInContainer();
  const logFile = logs && path.join(logs, 'postgres.log');
  const { url, stop } = await startPostgres({ dir: path.join(dir, 'postgres'), logFile, durable });
  return { at: url, stop };
}

/** The brokers. */
export async function findKafka(housing: Housing, settings = localSettings()): Promise<Part<string[]>> {
  if (settings.KAFKA_BROKERS) return { at: await namedBrokers(settings.KAFKA_BROKERS), stop: nothing };
  if (settings.BACKENDS === 'containers') return kafkaInContainer();
  const { brokers, stop } = await localKafka(settings, housing);
  return { at: brokers, stop };
}

const nothing = async () => {};

async function stopAll(...parts: PromiseSettledResult<Part<unknown>>[]): Promise<void> {
  for (const part of parts) if (part.status === 'fulfilled') await part.value.stop();
}

const valueOf = <What>(part: PromiseSettledResult<What>): What => {
  if (part.status === 'rejected') throw part.reason;
  return part.value;
};
