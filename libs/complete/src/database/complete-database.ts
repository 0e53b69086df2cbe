import type { Tables } from '@academies/database';
import { erasingMigrations } from '@academies/erasing';
import { mailMigrations } from '@academies/mail';
import { messagingEntities, messagingMigrations } from '@academies/messaging';
import { registerEntities, registerMigrations } from '@academies/register';
import { ListAcademyUrns } from './academy-urns.migration.ts';
import { ListClosedInRegister } from './closed-in-register.migration.ts';
import { ListEveryState } from './listing-facts.migration.ts';
import { CreateProjectListing, ListComparedNames, NameDocuments } from './listing.migration.ts';
import { completeMigrations, CreateHandoverDetails, CreateHistory, KnowPeople, RememberLeaders } from './migrations.ts';
import { KnowAbsences, RemindWeekly } from './people.migrations.ts';
import { completeEntities } from './tables.ts';

/** Complete's database, in which Handover works too: its tables, its copy of the register, and the queues of messaging. */
export const completeDatabase: Tables = {
  name: 'complete',
  entities: [...completeEntities, ...registerEntities, ...messagingEntities],
  migrations: [
    ...completeMigrations,
    ...registerMigrations,
    ...messagingMigrations,
    CreateProjectListing,
    NameDocuments,
    CreateHandoverDetails,
    ListEveryState,
    CreateHistory,
    ListComparedNames,
    RememberLeaders,
    ...mailMigrations,
    ListAcademyUrns,
    KnowPeople,
    KnowAbsences,
    RemindWeekly,
    ListClosedInRegister,
    ...erasingMigrations,
  ],
};
