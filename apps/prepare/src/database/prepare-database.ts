import type { Tables } from '@academies/database';
import { erasingMigrations } from '@academies/erasing';
import { messagingEntities, messagingMigrations } from '@academies/messaging';
import { registerEntities, registerMigrations } from '@academies/register';
import { CreateDrafts, DraftRow } from '@academies/web';
import { projectTables } from '../project/project.tables.ts';
import { CreateProjectListing, ListByDfeNumber } from './listing.migration.ts';
import { KeepChanges, MoveDecisionDrafts, prepareMigrations } from './migrations.ts';
import { FindUnanswered } from './unanswered.migration.ts';

/** Prepare's database: its tables, its copy of the register, and the queues of messaging. */
export const prepareDatabase: Tables = {
  name: 'prepare',
  entities: [...projectTables, DraftRow, ...registerEntities, ...messagingEntities],
  migrations: [
    ...prepareMigrations,
    ...registerMigrations,
    ...messagingMigrations,
    CreateProjectListing,
    CreateDrafts,
    MoveDecisionDrafts,
    FindUnanswered,
    ListByDfeNumber,
    KeepChanges,
    ...erasingMigrations,
  ],
};
