import { listPages } from '@academies/lists';
import { Needs, redirect } from '@academies/web';
import { Controller, Get, Module } from '@nestjs/common';
import { projectLists } from './project-lists.table.ts';

/** Where everybody begins. */
@Controller()
@Needs('read-prepare')
class StartOfPreparePage {
  @Get()
  start() {
    return redirect('/conversions');
  }
}

/** The lists of projects. */
@Module({ controllers: [StartOfPreparePage, ...listPages(projectLists)] })
export class ListsModule {}
