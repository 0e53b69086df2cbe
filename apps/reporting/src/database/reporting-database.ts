import type { Tables } from '@academies/database';
import { erasingMigrations } from '@academies/erasing';
import { mailMigrations } from '@academies/mail';
import { messagingEntities, messagingMigrations } from '@academies/messaging';
import { reportingMigrations } from './migrations.ts';

/** Reporting's database. Raw SQL does the work; MikroORM brings connections, transactions, migrations. */
export const reportingDatabase: Tables = {
  name: 'reporting',
  entities: [...messagingEntities],
  migrations: [...reportingMigrations, ...messagingMigrations, ...erasingMigrations, ...mailMigrations],
};
