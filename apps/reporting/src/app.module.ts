import { DatabaseModule } from '@academies/database';
import { ErasedTextsPage, erasedTextsTemplates } from '@academies/erased-texts';
import { ErasingModule, screenOf } from '@academies/erasing';
import { MailModule, mailStateOf } from '@academies/mail';
import { countParkedKeys, MessagingModule, messagingOf } from '@academies/messaging';
import { healthCheck, rememberSignedInUsers, settingsToken, WebModule } from '@academies/web';
import { MikroORM } from '@mikro-orm/postgresql';
import { type DynamicModule, type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { ChoiceFile } from './choices/choice-file.ts';
import { OwnChoicePage } from './choices/own-choice.page.ts';
import { SaveChoicePage } from './choices/save-choice.page.ts';
import { SavedChoicePages } from './choices/saved-choice.page.ts';
import { SavedChoices } from './choices/saved-choices.ts';
import { FindName } from './choices/typed-names.ts';
import { Reading } from './database/reading.ts';
import { reportingDatabase } from './database/reporting-database.ts';
import { Downloads } from './exports/downloads.ts';
import { Exporter } from './exports/exporter.ts';
import { beforeFiles } from './exports/old-protocol.ts';
import { ReportFile } from './exports/report-file.ts';
import { reportingsErasing } from './erasing/reportings-erasing.ts';
import { FreshnessCheck, readModelHealth } from './freshness/freshness.ts';
import { ComparePage } from './audit/compare.page.ts';
import { Pins } from './audit/pins.ts';
import { PinnedFile, PinsPage } from './audit/pins.page.ts';
import { WhereFromPage } from './audit/where-from.page.ts';
import { OpenApiPage } from './open-api/open-api.page.ts';
import { ExportsPage, HelpPages, StartPage } from './pages/exports.page.ts';
import { ReportPage } from './pages/report.page.ts';
import { Preview } from './preview/preview.ts';
import { projectionOf } from './projection/project-events.ts';
import { Projector, projectionToken } from './projector/projector.ts';
import { RebuildPage } from './projector/rebuild.page.ts';
import { DailyCounts } from './findings/daily-counts.ts';
import { FindingsFile } from './findings/findings-file.ts';
import { QualityPage, SetAsidePage } from './findings/quality.page.ts';
import { addressesOf, type Settings } from './settings.ts';
import { CheckPage, checkAddress } from './records/check.page.ts';
import { DownloadPage } from './records/download.page.ts';
import { ChoiceChangesPage } from './subscriptions/choice-changes.page.ts';
import { mailTemplates } from './subscriptions/mails.table.ts';
import { SubscriptionPage, SubscriptionsPage } from './subscriptions/subscription.page.ts';
import { TellChanges } from './subscriptions/tell-changes.ts';
import { UnsentMailsPage } from './subscriptions/unsent-mails.page.ts';
import { FeedbackPage } from './usage/feedback.page.ts';
import { saveVisitor } from './usage/usage.ts';
import { UsagePage } from './usage/usage.page.ts';

@Module({})
export class AppModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(beforeFiles).forRoutes('{*path}');
  }

  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        WebModule.forRoot({
          service: 'reporting',
          name: 'Download project data',
          views: [import.meta.dirname, erasedTextsTemplates],
          navigation: [
            { text: 'Files', href: '/exports', needs: 'exports' },
            { text: 'Conversions in Prepare', href: '/exports/prepare-conversions', needs: 'prepare-reports' },
            { text: 'Transfers in Prepare', href: '/exports/prepare-transfers', needs: 'prepare-reports' },
            { text: 'Columns', href: '/exports/columns', needs: 'prepare-reports' },
            { text: 'Data quality', href: '/quality', needs: 'read-complete' },
            { text: 'Usage', href: '/usage', covers: ['/e-mails'], needs: 'service-support' },
          ],
          settings,
          hashesUploadsTo: checkAddress,
          machines: { audience: settings.MACHINE_AUDIENCE },
        }),
        DatabaseModule.at(settings, reportingDatabase),
        // It has no events: its relay says how it is doing.
        MessagingModule.forRoot({
          source: 'reporting',
          ...messagingOf('reporting', settings),
          screen: screenOf(settings),
          orm: MikroORM,
          onWentBack: null,
          counts: { parked_keys: countParkedKeys, mails_not_sent: async (em) => (await mailStateOf(em)).notSent },
        }),
        ErasingModule.with({
          ...reportingsErasing(projectionOf(addressesOf(settings))),
          settings,
          logger: messagingOf('reporting', settings).logger,
        }),
        MailModule.with({ settings, templates: mailTemplates, logger: messagingOf('reporting', settings).logger }),
      ],
      controllers: [
        ...[StartPage, ExportsPage, HelpPages],
        ...[
          ChoiceFile,
          FindName,
          OwnChoicePage,
          SaveChoicePage,
          SubscriptionPage,
          SubscriptionsPage,
          ChoiceChangesPage,
        ],
        ...[SavedChoicePages, UnsentMailsPage],
        ...[ReportFile, PinsPage, PinnedFile, ComparePage, FeedbackPage, ReportPage],
        ...[DownloadPage, CheckPage, OpenApiPage],
        ...[WhereFromPage, FindingsFile, QualityPage, SetAsidePage, UsagePage, RebuildPage, ErasedTextsPage, Projector],
      ],
      providers: [
        { provide: projectionToken, useValue: projectionOf(addressesOf(settings)) },
        { provide: settingsToken, useValue: settings },
        { provide: Reading, useFactory: () => new Reading(settings.DATABASE_URL, settings.DOWNLOADS_AT_ONCE) },
        {
          provide: FreshnessCheck,
          inject: [Reading],
          useFactory: (reading: Reading) => new FreshnessCheck(reading, messagingOf('reporting', settings).kafka),
        },
        healthCheck('read model', readModelHealth, [Reading, FreshnessCheck]),
        Downloads,
        Exporter,
        DailyCounts,
        Pins,
        rememberSignedInUsers('by-month', saveVisitor),
        Preview,
        SavedChoices,
        TellChanges,
      ],
    };
  }
}
