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
import { collectWhenRead } from '../health/collect.ts';
import { consumersHealth, deadLettersHealth, relayHealth } from '../health/contributors.ts';
import { Relay } from '../relay/relay.ts';
import type { RelayOptions } from '../relay/relay-options.ts';

/** What MessagingModule is told. A service that publishes nothing (Reporting) names no source and has no relay. */
export interface MessagingOptions extends Omit<RelayOptions, 'orm' | 'source'> {
  readonly source?: string | undefined;
  /** Where Nest's container has the ORM, when it is not MikroORM's own class. */
  readonly orm?: InjectionToken;
}

const lifecycle = Symbol('relay');

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
  static forRoot({ source, orm = MikroORM, ...options }: MessagingOptions): DynamicModule {
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
          provide: lifecycle,
          inject: [orm],
          useFactory: (database: PostgreSql) => {
            collectWhenRead(database);
            return source ? new Relay({ ...options, source, orm: database }) : null;
          },
        },
        health((database, relay) => (relay ? relayHealth(relay, database) : {})),
        health(() => consumersHealth()),
        health((database) => deadLettersHealth(database)),
      ],
    };
  }
}
