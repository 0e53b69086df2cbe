import { MikroORM } from '@mikro-orm/postgresql';
import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { openDatabase, type Tables } from './open-database.ts';

/**
 * The database of a service, `DatabaseModule.at(settings.DATABASE_URL, prepareTables)`: its tables are up to date before
 * anything starts, and it closes when pages, consumers and relay have stopped.
 */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly orm: MikroORM) {}

  static at(url: string, tables: Tables): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [{ provide: MikroORM, useFactory: () => openDatabase(url, tables) }],
      exports: [MikroORM],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.orm.close(true);
  }
}
