import { DatabaseModule } from '@academies/database';
import { erasedTextsTemplates } from '@academies/erased-texts';
import { ErasingModule, screenOf } from '@academies/erasing';
import { listTemplates } from '@academies/lists';
import { countParkedKeys, MessagingModule, messagingOf } from '@academies/messaging';
import { lookUpSchools, lookUpTrusts, registerCopy } from '@academies/register';
import { type Clock, LookUpModule, oldDrafts, rememberSignedInUsers, WebModule } from '@academies/web';
import { MikroORM } from '@mikro-orm/postgresql';
import { type DynamicModule, Module } from '@nestjs/common';
import { prepareDatabase } from './database/prepare-database.ts';
import { savePerson } from './project/people.ts';
import { DecisionsModule } from './decisions/decisions.module.ts';
import { DeletionModule } from './deletion/delete-project.page.ts';
import { preparesErasing } from './erasing/prepares-erasing.ts';
import { HandoverModule } from './handover/handover.module.ts';
import { ListsModule } from './lists/lists.module.ts';
import { projectLists } from './lists/project-lists.table.ts';
import { NotesModule } from './notes/note.page.ts';
import { ProjectPageModule } from './project-page/project.page.ts';
import { onWentBack } from './republish/present-state.ts';
import { ProjectModule } from './project/project.module.ts';
import { ProposedDateModule } from './proposed-date/proposed-date.module.ts';
import { CorrectedDecisionModule } from './sections/corrected-decision/corrected-decision.module.ts';
import { SectionsModule } from './sections/sections.module.ts';
import { ServiceSupportModule } from './service-support/service-support.module.ts';
import { countUnanswered } from './service-support/unanswered-approvals.ts';
import { StartProjectModule } from './start-project/start-project.module.ts';
import type { Settings } from './settings/settings.ts';

@Module({})
export class AppModule {
  static with(settings: Settings, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        WebModule.forRoot({
          service: 'prepare',
          name: 'Prepare conversions and transfers',
          views: [import.meta.dirname, listTemplates, erasedTextsTemplates],
          navigation: [
            ...projectLists.map(({ title, address }) => ({ text: title, href: `/${address}` })),
            { text: 'Start a project', href: '/start', needs: 'edit-prepare' },
            { text: 'Service support', href: '/service-support/unanswered-approvals', needs: 'service-support' },
          ],
          settings,
          ...(clock && { clock }),
        }),
        DatabaseModule.at(settings, prepareDatabase),
        LookUpModule.forRoot({
          needs: 'edit-prepare',
          asks: MikroORM,
          lookUps: {
            trust: (orm, search) => lookUpTrusts(orm.em.fork(), search),
            'open-trust': (orm, search) => lookUpTrusts(orm.em.fork(), search, { open: true }),
            school: (orm, search) => lookUpSchools(orm.em.fork(), search, { open: true, converting: true }),
          },
        }),
        MessagingModule.forRoot({
          source: 'prepare',
          ...messagingOf('prepare', settings),
          screen: screenOf(settings),
          orm: MikroORM,
          onWentBack,
          counts: {
            parked_keys: countParkedKeys,
            approvals_unanswered: (em) => countUnanswered(em, settings),
          },
        }),
        ErasingModule.with({ ...preparesErasing, settings, logger: messagingOf('prepare', settings).logger }),
        ProjectModule.with(settings),
        ListsModule,
        ProjectPageModule,
        DecisionsModule,
        HandoverModule,
        SectionsModule,
        CorrectedDecisionModule,
        ProposedDateModule,
        NotesModule,
        DeletionModule,
        StartProjectModule,
        ServiceSupportModule.with(settings),
      ],
      controllers: [registerCopy('prepare-register')],
      providers: [rememberSignedInUsers('edit-prepare', savePerson), oldDrafts(settings)],
    };
  }
}
