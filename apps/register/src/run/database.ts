import type { Tables } from '@academies/database';
import { messagingEntities, messagingMigrations } from '@academies/messaging';
import { CreateRegisterRecord } from '../records/migrations.ts';
import { RegisterRecord } from '../records/record.ts';

/** The importer's own database. */
export const registerDatabase: Tables = {
  name: 'register',
  entities: [RegisterRecord, ...messagingEntities],
  migrations: [CreateRegisterRecord, ...messagingMigrations],
};
