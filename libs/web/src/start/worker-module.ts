import { type DynamicModule, Module } from '@nestjs/common';
import { Clock, SystemClock } from '../clock/clock.ts';
import { HealthController } from '../health/health.controller.ts';
import { MetricsController } from '../health/metrics.controller.ts';
import { Readiness } from '../health/readiness.ts';
import { WebDatabase } from '../health/web-database.ts';
import { type WorkerOptions, webOptions } from '../settings/web-options.ts';

/** Health, logs and metrics of a process without pages; the first import of its app.module.ts. */
@Module({})
export class WorkerModule {
  static forRoot(options: WorkerOptions): DynamicModule {
    return {
      module: WorkerModule,
      global: true,
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: webOptions, useValue: options },
        { provide: Clock, useValue: options.clock ?? new SystemClock() },
        { provide: WebDatabase, useFactory: () => new WebDatabase(options.settings.DATABASE_URL) },
        Readiness,
      ],
      exports: [webOptions, Clock, Readiness],
    };
  }
}
