import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { messagingMigrations } from '../database/migrations.ts';

/** A service's database, with the tables of this library. */
export const openOrm = (clientUrl: string): Promise<MikroORM> =>
  MikroORM.init({
    clientUrl,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: { migrationsList: [...messagingMigrations], snapshot: false, silent: true },
    pool: { max: 6 },
  });
