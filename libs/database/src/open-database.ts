import type { Trial } from '@academies/contracts';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type Options } from '@mikro-orm/postgresql';
import pg from 'pg';
import { refuseSharedConnections } from './shared-connections.ts';
import { connectionTo, Session } from './session.ts';
import { keepTrialApart } from './trial-mark.ts';

/** What stands in a database: its own tables and those of the libraries that work in it. */
export interface Tables {
  /** Whose database it is, as PostgreSQL's list of connections shows it. */
  readonly name: string;
  readonly entities: NonNullable<Options['entities']>;
  readonly migrations: NonNullable<NonNullable<Options['migrations']>['migrationsList']>;
}

const lock = `select pg_advisory_lock(hashtextextended('migrations', 0))`;

/**
 * Connects to a database and brings its tables up to date. Of processes that start together one does, and the others wait
 * for it: the lock belongs to the database, whoever opens it, and ends with the connection. A process of a trial opens
 * a trial's database alone, the others any other; a command that has no say in it takes `either`.
 */
export async function openDatabase(
  url: string,
  { name, entities, migrations }: Tables,
  trial: Trial | 'either' = 'no',
): Promise<MikroORM> {
  await refuseSharedConnections(url);
  const { connectionString: _, ...kept } = connectionTo(url);
  const orm = await MikroORM.init({
    clientUrl: url,
    // MikroORM drops how an address asks to be encrypted (`?sslmode=`) without a word; the driver reads it.
    driverOptions: {
      ...kept,
      application_name: name,
      ssl: new pg.Client(url).ssl,
      connectionTimeoutMillis: 20_000,
    },
    entities,
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, silent: true },
  });
  try {
    await Session.use(orm, `${name} migrations`, async (session) => {
      await session.all(lock);
      if (trial !== 'either') await keepTrialApart(session, trial);
      await tellOfDeafServer(session);
      await orm.migrator.up();
    });
    return orm;
  } catch (error) {
    await orm.close(true);
    throw error;
  }
}

let isTold = false;

/** A server on some systems knows no `tcp_user_timeout`: a host that vanishes there holds its rows until TCP gives it up. */
async function tellOfDeafServer(session: Session): Promise<void> {
  const [deaf] = await session.all(
    `select where inet_client_addr() is not null and current_setting('tcp_user_timeout') = '0'`,
  );
  if (deaf && !isTold)
    process.emitWarning(
      'The database server knows no tcp_user_timeout here: locks of a host that vanishes last longer',
    );
  isTold ||= Boolean(deaf);
}
