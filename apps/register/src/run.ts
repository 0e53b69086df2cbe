import { AppError, TransientError } from '@academies/contracts';
import { createTopics, type KafkaSettings, Relay } from '@academies/messaging';
import type { MikroORM } from '@mikro-orm/postgresql';
import { openDatabase } from './database.ts';
import { alone } from './importing/alone.ts';
import type { Importing } from './importing/importing.ts';
import { readSettings, type Settings } from './settings.ts';

type Work = (importing: Importing) => Promise<unknown>;

/** Reads the settings, opens what a command works with, does its work, closes everything; answers with the exit code. */
export async function run(workFor: (settings: Settings) => Work): Promise<number> {
  let orm: MikroORM | undefined;
  try {
    const settings = readSettings();
    const work = workFor(settings);
    orm = await openDatabase(settings.DATABASE_URL);
    await prepare(orm);
    await work({ orm, drain: drainOf(orm, settings), say });
    return 0;
  } catch (error) {
    console.error(error instanceof AppError ? error.message : error);
    return 1;
  } finally {
    await orm?.close();
  }
}

const say = (line: string): void => console.log(line);

/** Two imports that start together must not both make the tables. */
const prepare = (orm: MikroORM): Promise<unknown> => alone(orm.em, say, () => orm.migrator.up());

function drainOf(orm: MikroORM, { KAFKA_BROKERS: brokers, KAFKA_NAMESPACE: namespace }: Settings): () => Promise<void> {
  const kafka: KafkaSettings = { brokers, namespace, clientId: 'register' };
  return async () => {
    await createTopics(kafka).catch((cause: unknown) => {
      throw new TransientError(
        'REGISTER.KAFKA_AWAY',
        `Everything is saved but not yet published: ${(cause as Error).message}. Run it again when Kafka answers.`,
        { cause },
      );
    });
    await new Relay({ orm, kafka, source: 'register' }).drain();
  };
}
