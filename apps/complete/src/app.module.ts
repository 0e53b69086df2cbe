import { CompleteDatabase } from '@academies/complete';
import { MessagingModule } from '@academies/messaging';
import { registerEntities as entities, registerMigrations as migrations } from '@academies/register';
import { type Clock, WebModule } from '@academies/web';
import { MikroORM } from '@mikro-orm/postgresql';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { kafkaOf, loggerOf } from './kafka.ts';
import { pages } from './pages.ts';
import { KnowVisitors } from './people/know-visitors.ts';
import { Projects } from './projects/projects.ts';
import { type Settings, settingsToken } from './settings.ts';

@Module({})
export class AppModule {
  static with(settings: Settings, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        WebModule.forRoot({
          service: 'complete',
          name: 'Complete conversions and transfers',
          views: import.meta.dirname,
          navigation: [
            { text: 'Your projects', href: '/projects/yours' },
            { text: 'Team projects', href: '/projects/team/unassigned' },
            { text: 'Handover', href: '/handover' },
            { text: 'All projects', href: '/projects/in-progress' },
            { text: 'Service support', href: '/service-support/rejected-handovers', needs: 'service-support' },
          ],
          settings,
          ...(clock && { clock }),
        }),
        CompleteDatabase.at(settings.DATABASE_URL, { entities, migrations }),
        MessagingModule.forRoot({
          source: 'complete',
          kafka: kafkaOf(settings),
          orm: MikroORM,
          logger: loggerOf(settings),
        }),
      ],
      controllers: [...pages],
      providers: [
        Projects,
        { provide: settingsToken, useValue: settings },
        { provide: APP_INTERCEPTOR, useClass: KnowVisitors },
      ],
    };
  }
}
