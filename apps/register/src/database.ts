import { messagingEntities, messagingMigrations } from '@academies/messaging';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { CreateRegisterRecord } from './records/migrations.ts';
import { RegisterRecord } from './records/record.ts';

/** The importer's own database. */
export const openDatabase = (clientUrl: string): Promise<MikroORM> =>
  MikroORM.init({
    clientUrl,
    entities: [RegisterRecord, ...messagingEntities],
    extensions: [Migrator],
    migrations: { migrationsList: [CreateRegisterRecord, ...messagingMigrations], snapshot: false, silent: true },
  });
