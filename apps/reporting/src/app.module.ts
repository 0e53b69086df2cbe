import { healthCheck, WebModule } from '@academies/web';
import { MessagingModule } from '@academies/messaging';
import { MikroORM } from '@mikro-orm/postgresql';
import { type DynamicModule, Module } from '@nestjs/common';
import { DatabaseModule } from './database/database.module.ts';
import { Reading } from './database/reading.ts';
import { Downloads } from './downloads/downloads.ts';
import { Exporter } from './exports/exporter.ts';
import { ReportFile } from './exports/report-file.ts';
import { ExportsPage, HelpPages, StartPage } from './pages/exports.page.ts';
import { ReportPage } from './pages/report.page.ts';
import { kafkaOf, type Settings } from './settings.ts';
import { readModelHealth } from './standing/read-model-health.ts';
import { Standings } from './standing/standings.ts';

@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        WebModule.forRoot({
          service: 'reporting',
          name: 'Download project data',
          views: import.meta.dirname,
          navigation: [
            { text: 'Files', href: '/exports', needs: 'exports' },
            { text: 'Conversions in Prepare', href: '/exports/prepare-conversions', needs: 'prepare-reports' },
            { text: 'Transfers in Prepare', href: '/exports/prepare-transfers', needs: 'prepare-reports' },
            { text: 'Columns', href: '/exports/columns', needs: 'prepare-reports' },
          ],
          settings,
        }),
        DatabaseModule.at(settings.DATABASE_URL),
        MessagingModule.forRoot({ kafka: kafkaOf(settings), orm: MikroORM }),
      ],
      controllers: [StartPage, ExportsPage, HelpPages, ReportFile, ReportPage],
      providers: [
        { provide: Reading, useFactory: () => new Reading(settings.DATABASE_URL) },
        {
          provide: Standings,
          inject: [MikroORM],
          useFactory: (orm: MikroORM) => new Standings(() => orm.em.fork(), kafkaOf(settings)),
        },
        healthCheck('read model', readModelHealth, [Reading, Standings]),
        Downloads,
        Exporter,
      ],
    };
  }
}
