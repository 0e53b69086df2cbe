import { MikroORM } from '@mikro-orm/postgresql';
import { type DynamicModule, Inject, Injectable, Module } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import type { ErasingService } from '../run/carry-out.ts';
import { Eraser } from '../run/eraser.ts';
import type { ErasureSettings } from '../settings/erasure-settings.ts';
import { erasuresConsumer } from './erasures.consumer.ts';

/** What ErasingModule is told. */
export interface ErasingOptions extends ErasingService {
  readonly settings: ErasureSettings;
  readonly logger: Logger;
  /** The consumer group that hears whom to erase. */
  readonly group: string;
}

/** By this mark libs/web finds who reports on /health/ready, without either library importing the other. */
const healthMark = Symbol.for('academies.health');

/** Runs the eraser with the application. */
@Injectable()
class EraserLifecycle implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(@Inject(Eraser) private readonly eraser: Eraser) {}

  onApplicationBootstrap(): void {
    this.eraser.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.eraser.stop();
  }
}

/**
 * Hears whom to erase and does it, in the process of each database that reads events:
 * `ErasingModule.with({ service: 'prepare', group: 'prepare-erasing', … })`. Messaging is told the screen (`screenOf`).
 */
@Module({})
export class ErasingModule {
  static with({ settings, logger, group, ...service }: ErasingOptions): DynamicModule {
    return {
      module: ErasingModule,
      controllers: [erasuresConsumer(group)],
      providers: [
        EraserLifecycle,
        {
          provide: Eraser,
          inject: [MikroORM],
          useFactory: (orm: MikroORM) => new Eraser({ ...service, orm, key: settings.ERASURE_KEY }, logger),
        },
        {
          provide: Symbol('erasing health'),
          inject: [Eraser],
          useFactory: (eraser: Eraser) => ({
            [healthMark]: true,
            name: 'erasing',
            check: async () => ({
              status: eraser.trouble ? 'degraded' : 'up',
              eraser: eraser.state,
              unfinished: eraser.unfinished,
              ...(eraser.trouble && { trouble: eraser.trouble }),
            }),
          }),
        },
      ],
    };
  }
}
