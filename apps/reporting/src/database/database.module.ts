import { MikroORM } from '@mikro-orm/postgresql';
import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { openDatabase } from './orm.ts';

/** The database of Reporting: its tables are up to date before anything starts, it closes when all else has stopped. */
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly orm: MikroORM) {}

  static at(url: string): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [{ provide: MikroORM, useFactory: () => openDatabase(url) }],
      exports: [MikroORM],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.orm.close(true);
  }
}
