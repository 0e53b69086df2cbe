import type { Trial } from '@academies/contracts';
import { MikroORM } from '@mikro-orm/postgresql';
import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { openDatabase, type Tables } from './open-database.ts';

/**
 * The database of a service, `DatabaseModule.at(settings, prepareTables)`: its tables are up to date before
 * anything starts, and it closes when pages, consumers and relay have stopped.
 */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly orm: MikroORM) {}

  static at({ DATABASE_URL, TRIAL }: { DATABASE_URL: string; TRIAL?: Trial }, tables: Tables): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [{ provide: MikroORM, useFactory: () => openDatabase(DATABASE_URL, tables, TRIAL) }],
      exports: [MikroORM],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.orm.close(true);
  }
}
