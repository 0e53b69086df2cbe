import { AppError, InvalidError, TransientError } from '@academies/contracts';
import { openDatabase, Session } from '@academies/database';
import type { MikroORM } from '@mikro-orm/postgresql';
import { registerDatabase } from './database.ts';
import type { Importing } from '../importing/importing.ts';
import { publishing } from './publishing.ts';
import { readSettings, type Settings } from './settings.ts';

type Work = (importing: Importing) => Promise<unknown>;

/** Reads the settings, opens what a command works with, does its work, closes everything; answers with the exit code. */
export async function run(workFor: (settings: Settings) => Work): Promise<number> {
  let orm: MikroORM | undefined;
  try {
    const settings = readSettings();
    const work = workFor(settings);
    await mustBeRegister(settings.DATABASE_URL);
    say(`The register is in ${whereIs(settings.DATABASE_URL)}`);
    orm = await open(settings);
    await work({ orm, say, ...publishing(orm, settings) });
    return 0;
  } catch (error) {
    console.error(error instanceof AppError ? error.message : error);
    return 1;
  } finally {
    await orm?.close();
  }
}

/** An import into another service's database would make a second register there. */
async function mustBeRegister(url: string): Promise<void> {
  const [found] = await Session.use(url, 'register', (session) =>
    session.all<{ ours: boolean; others: string }>(tablesSql),
  ).catch(unusable);
  if (found && !found.ours && found.others)
    throw new InvalidError(
      'REGISTER.OTHER_DATABASE',
      `${whereIs(url)} is no register: it has other tables (${found.others}). Set DATABASE_URL to the register's database`,
    );
}

const tablesSql = `
  select to_regclass('register_record') is not null as ours,
         (select string_agg(table_name, ', ') from (
            select table_name from information_schema.tables where table_schema = 'public' and table_name <> 'trial' order by table_name limit 3) as first) as others`;

/** Host and database of an address, without who signs in there. */
function whereIs(url: string): string {
  const { host, pathname } = new URL(url);
  return `the database "${decodeURIComponent(pathname.slice(1))}" on ${host || 'this machine'}`;
}

const say = (line: string): void => console.log(line);

const open = ({ DATABASE_URL, TRIAL }: Settings): Promise<MikroORM> =>
  openDatabase(DATABASE_URL, registerDatabase, TRIAL).catch(unusable);

function unusable(cause: Error): never {
  throw new TransientError('REGISTER.DATABASE', `The database cannot be used: ${cause.message}`, { cause });
}
