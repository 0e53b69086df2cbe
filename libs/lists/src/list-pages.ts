import path from 'node:path';
import { Clock, Needs, page, SignedIn, type SignedInUser } from '@academies/web';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller, Get, Param, Query, type Type } from '@nestjs/common';
import type { List } from './list.ts';
import { listView } from './list-view.ts';

/** Where the template of lists lies: one of the folders of a service's `views`. */
export const listTemplates = path.join(import.meta.dirname, 'templates');

/** One controller a list, each with its own address and right: so a walk over all routes sees each of them. */
export const listPages = (lists: readonly List[]): Type[] => lists.map((list) => listPage(list, lists));

function listPage(list: List, lists: readonly List[]): Type {
  @Controller(list.address)
  @Needs(list.needs)
  class ListPage {
    constructor(
      private readonly orm: MikroORM,
      private readonly clock: Clock,
    ) {}

    @Get()
    async show(
      @Query() query: Record<string, unknown>,
      @SignedIn() user: SignedInUser,
      @Param('key') key: string | undefined,
    ) {
      const visitor = { ...user, today: this.clock.today() };
      const view = await listView(list, { em: this.orm.em.fork(), query, visitor, key: key ?? '', lists });
      return page(list.template ?? 'list', { ...view, isFoundAgain: true });
    }
  }
  return ListPage;
}
