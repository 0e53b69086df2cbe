import { MikroORM } from '@mikro-orm/postgresql';
import { type DynamicModule, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type MoreTables, openCompleteDatabase } from './open-database.ts';

/** The database closes last. */
@Injectable()
class ClosesDatabase implements OnApplicationShutdown {
  constructor(private readonly orm: MikroORM) {}

  async onApplicationShutdown(): Promise<void> {
    await this.orm.close();
  }
}

/** Complete's database for a process of Nest: `CompleteDatabase.at(settings.DATABASE_URL, registerTables)`. */
@Module({})
export class CompleteDatabase {
  static at(url: string, more: MoreTables): DynamicModule {
    return {
      module: CompleteDatabase,
      global: true,
      providers: [{ provide: MikroORM, useFactory: () => openCompleteDatabase(url, more) }, ClosesDatabase],
      exports: [MikroORM],
    };
  }
}
