import { MikroORM } from '@mikro-orm/core';
import type { MikroORM as PostgreSql } from '@mikro-orm/postgresql';
import {
  type DynamicModule,
  Inject,
  Injectable,
  Module,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type InjectionToken,
} from '@nestjs/common';
import type { ConsumerOptions, Screen } from '../consumer/consumer-options.ts';
import { collectWhenRead } from './collect-metrics.ts';
import { consumersHealth, deadLettersHealth, relayHealth } from './health.ts';
import { Relay, type RelayOptions } from '../relay/relay.ts';
import type { OnWentBack } from '../relay/went-back.ts';

/** What MessagingModule is told. A process that says nothing, not even a watermark, names no source and has no relay. */
export type MessagingOptions = Omit<RelayOptions, 'orm' | 'source' | 'onWentBack'> & {
  /** Where Nest's container has the ORM, when it is not MikroORM's own class. */
  readonly orm?: InjectionToken;
  /** What every consumer of the application asks of its batches. */
  readonly screen?: Screen;
} & (
    | { readonly source?: undefined }
    /** `null` says that the service publishes watermarks alone. */
    | { readonly source: string; readonly onWentBack: OnWentBack | null }
  );

const lifecycle = Symbol('relay');

/** What every consumer of the application works with. */
export type MessagingParts = Pick<ConsumerOptions, 'orm' | 'kafka' | 'logger' | 'screen'>;

export const messagingParts = Symbol('messaging parts');

/** Runs the relay with the application: it starts with it, and stops after the consumers and before HTTP drains. */
@Injectable()
class RelayLifecycle implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(@Inject(lifecycle) private readonly relay: Relay | undefined) {}

  onApplicationBootstrap(): void {
    this.relay?.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.relay?.stop();
  }
}

/** Relay, health and metrics of messaging: `MessagingModule.forRoot({ source: 'prepare', kafka })`. */
@Module({})
export class MessagingModule {
  static forRoot({ orm = MikroORM, screen, ...options }: MessagingOptions): DynamicModule {
    const { kafka, logger } = options;
    const health = (make: (orm: PostgreSql, relay: Relay | undefined) => object | undefined) => ({
      provide: Symbol('messaging health'),
      inject: [orm, lifecycle],
      useFactory: make,
    });
    return {
      module: MessagingModule,
      providers: [
        RelayLifecycle,
        {
          provide: messagingParts,
          inject: [orm],
          useFactory: (database: PostgreSql): MessagingParts => ({ orm: database, kafka, logger, screen }),
        },
        {
          provide: lifecycle,
          inject: [orm],
          useFactory: (database: PostgreSql) => {
            collectWhenRead(database);
            return options.source ? new Relay({ ...options, orm: database }) : null;
          },
        },
        health((database, relay) => (relay ? relayHealth(relay, database) : {})),
        health(() => consumersHealth()),
        health((database) => deadLettersHealth(database)),
      ],
      exports: [messagingParts],
    };
  }
}
