import { AppError, TransientError } from '@academies/contracts';
import type { MikroORM } from '@mikro-orm/postgresql';
import { openDatabase } from './database.ts';
import { alone } from './importing/alone.ts';
import type { Importing } from './importing/importing.ts';
import { publishing } from './publishing.ts';
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
    await work({ orm, say, ...publishing(orm, settings) });
    return 0;
  } catch (error) {
    console.error(error instanceof AppError ? error.message : error);
    return 1;
  } finally {
    await orm?.close();
  }
}

const say = (line: string): void => console.log(line);

/** Makes the tables. Two commands that start together must not both do so. */
const prepare = (orm: MikroORM): Promise<unknown> =>
  alone(orm.em, say, () => orm.migrator.up()).catch((cause: Error) => {
    throw new TransientError('REGISTER.DATABASE', `The database cannot be used: ${cause.message}`, { cause });
  });
