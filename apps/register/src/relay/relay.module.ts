import { DatabaseModule } from '@academies/database';
import { MessagingModule, messagingOf } from '@academies/messaging';
import { WorkerModule } from '@academies/web';
import { MikroORM } from '@mikro-orm/postgresql';
import { type DynamicModule, Module } from '@nestjs/common';
import { onWentBack } from '../importing/republish-all.ts';
import { registerDatabase } from '../run/database.ts';
import type { RelaySettings } from './relay-settings.ts';

/**
 * Publishes what imports leave in the outbox and says every few seconds that nothing waits, so that what readers have is
 * true as of now also while nothing is imported. Of several processes one is active, the others stand by.
 */
@Module({})
export class RelayModule {
  static with(settings: RelaySettings): DynamicModule {
    return {
      module: RelayModule,
      imports: [
        WorkerModule.forRoot({ service: 'register', settings }),
        DatabaseModule.at(settings, registerDatabase),
        MessagingModule.forRoot({
          source: 'register',
          ...messagingOf('register', settings),
          orm: MikroORM,
          onWentBack,
          // It consumes nothing, so that nothing can be parked.
          counts: {},
        }),
      ],
    };
  }
}
