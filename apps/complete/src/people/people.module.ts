import { listPages } from '@academies/lists';
import { Module } from '@nestjs/common';
import { AbsencePage, EndAbsencePage } from './absence.pages.ts';
import { ActivatePersonPage, AddPersonPage, DeactivatePersonPage } from './people.pages.ts';
import { peopleLists } from './people.table.ts';

/** The people whom Complete knows: lists, adding, deactivating, absences. */
@Module({
  controllers: [
    AbsencePage,
    EndAbsencePage,
    AddPersonPage,
    DeactivatePersonPage,
    ActivatePersonPage,
    ...listPages(peopleLists),
  ],
})
export class PeopleModule {}
