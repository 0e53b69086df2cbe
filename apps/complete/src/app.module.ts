import { completeCounts, completeDatabase } from '@academies/complete';
import { DatabaseModule } from '@academies/database';
import { erasedTextsTemplates } from '@academies/erased-texts';
import { listTemplates } from '@academies/lists';
import { MailModule } from '@academies/mail';
import { MessagingModule, messagingOf } from '@academies/messaging';
import { lookUpTrusts } from '@academies/register';
import { type Clock, LookUpModule, rememberSignedInUsers, WebModule } from '@academies/web';
import { MikroORM } from '@mikro-orm/postgresql';
import { type DynamicModule, Module } from '@nestjs/common';
import { AboutModule } from './about/about.page.ts';
import { AcademyUrnsModule } from './academy-urns/academy-urn.form.ts';
import { ContactsModule } from './contacts/contacts.page.ts';
import { DatesModule } from './dates/dates.page.ts';
import { ErasingPagesModule } from './erasing/erase.pages.ts';
import { HandoverDetailsModule } from './handover-details/handover-details.module.ts';
import { allProjectsAddresses } from './lists/listed/areas.table.ts';
import { HistoryModule } from './history/history.page.ts';
import { LifeModule } from './life/life.module.ts';
import { ListsModule } from './lists/lists.module.ts';
import { LocalAuthoritiesModule } from './local-authorities/local-authorities.module.ts';
import { NotesModule } from './notes/notes.page.ts';
import { PeopleOnProjectModule } from './people-on-project/people.page.ts';
import { PeopleModule } from './people/people.module.ts';
import { ProjectPageModule } from './project-page/project.page.ts';
import { mailTemplates } from './project/mail/mails.table.ts';
import { savePerson, whyRefused } from './project/people.ts';
import { onWentBack } from './republish/republish-complete.ts';
import { ProjectModule } from './project/project.module.ts';
import { ServiceSupportModule } from './service-support/service-support.module.ts';
import type { Settings } from './settings/settings.ts';
import { TasksModule } from './tasks/task.page.ts';

@Module({})
export class AppModule {
  static with(settings: Settings, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        WebModule.forRoot({
          service: 'complete',
          name: 'Complete conversions and transfers',
          views: [import.meta.dirname, listTemplates, erasedTextsTemplates],
          navigation: [
            { text: 'Your projects', href: '/projects/yours' },
            { text: 'Team projects', href: '/projects/team/unassigned', covers: ['/projects/team'] },
            { text: 'Handover', href: '/handover', needs: 'read-handover-list' },
            { text: 'All projects', href: '/projects/in-progress', covers: allProjectsAddresses },
            {
              text: 'Service support',
              href: '/service-support/academy-urns',
              covers: ['/service-support'],
              needs: 'service-support',
            },
          ],
          search: { href: '/search', label: 'Search all projects' },
          refuses: whyRefused,
          settings,
          ...(clock && { clock }),
        }),
        LookUpModule.forRoot({
          needs: 'service-support',
          asks: MikroORM,
          lookUps: { trust: (orm, search) => lookUpTrusts(orm.em.fork(), search) },
        }),
        DatabaseModule.at(settings, completeDatabase),
        MessagingModule.forRoot({
          source: 'complete',
          ...messagingOf('complete', settings),
          orm: MikroORM,
          onWentBack,
          counts: completeCounts,
        }),
        MailModule.with({ settings, templates: mailTemplates, logger: messagingOf('complete', settings).logger }),
        ProjectModule.with(settings),
        // Lists before the project's own page, whose address would take theirs.
        ListsModule,
        ProjectPageModule,
        TasksModule,
        AboutModule.with(settings),
        DatesModule,
        ContactsModule,
        NotesModule,
        PeopleOnProjectModule,
        LifeModule,
        HistoryModule,
        HandoverDetailsModule,
        AcademyUrnsModule,
        PeopleModule,
        LocalAuthoritiesModule,
        ServiceSupportModule,
        ErasingPagesModule,
      ],
      providers: [rememberSignedInUsers('read-complete', savePerson)],
    };
  }
}
