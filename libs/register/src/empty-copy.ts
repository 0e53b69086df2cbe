import { openDatabase } from '@academies/database';
import type { MikroORM } from '@mikro-orm/postgresql';
import { registerMigrations as migrations } from './migrations.ts';
import { registerEntities as entities } from './tables.ts';

/** A copy of the register in a database of its own, for this library's tests. */
export const emptyCopy = (url: string): Promise<MikroORM> => openDatabase(url, { name: 'copy', entities, migrations });
