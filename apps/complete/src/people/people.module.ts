import { listPages } from '@academies/lists';
import { Module } from '@nestjs/common';
import { ActivatePersonPage, AddPersonPage, DeactivatePersonPage } from './people.pages.ts';
import { peopleLists } from './people.table.ts';

/** The people whom Complete knows: lists, adding, deactivating. */
@Module({ controllers: [AddPersonPage, DeactivatePersonPage, ActivatePersonPage, ...listPages(peopleLists)] })
export class PeopleModule {}
