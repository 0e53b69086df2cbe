import { MessagingModule } from '@academies/messaging';
import { type Clock, WebModule } from '@academies/web';
import { MikroORM } from '@mikro-orm/postgresql';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { ReceiveAnswers } from './consumers/receive-answers.ts';
import { DatabaseModule } from './database/database.module.ts';
import { kafkaOf, loggerOf } from './kafka.ts';
import { pages } from './pages.ts';
import { KnowVisitors } from './people/know-visitors.ts';
import { Projects } from './projects/projects.ts';
import { NewProjects } from './start-project/new-projects.ts';
import type { Settings } from './settings.ts';
import { settingsToken } from './settings-token.ts';

@Module({})
export class AppModule {
  static with(settings: Settings, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        WebModule.forRoot({
          service: 'prepare',
          name: 'Prepare conversions and transfers',
          views: import.meta.dirname,
          navigation: [
            { text: 'Conversions', href: '/conversions' },
            { text: 'Transfers', href: '/transfers' },
            { text: 'Start a project', href: '/start', needs: 'edit-prepare' },
          ],
          settings,
          ...(clock && { clock }),
        }),
        DatabaseModule.at(settings.DATABASE_URL),
        MessagingModule.forRoot({
          source: 'prepare',
          kafka: kafkaOf(settings),
          orm: MikroORM,
          logger: loggerOf(settings),
        }),
      ],
      controllers: [...pages, ReceiveAnswers],
      providers: [
        Projects,
        NewProjects,
        { provide: settingsToken, useValue: settings },
        { provide: APP_INTERCEPTOR, useClass: KnowVisitors },
      ],
    };
  }
}
