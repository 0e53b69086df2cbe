import { type DynamicModule, Module } from '@nestjs/common';
import type { WorkerOptions } from './web-options.ts';

/** Health, logs and metrics of a process without pages; the first import of its app.module.ts. */
@Module({})
export class WorkerModule {
  static forRoot(_options: WorkerOptions): DynamicModule {
    return { module: WorkerModule, global: true };
  }
}
