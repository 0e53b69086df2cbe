import { type Kind } from '@academies/contracts';
import { Needs, page, redirect } from '@academies/web';
import { Controller, Get, Query } from '@nestjs/common';
import { Projects } from '../projects/projects.ts';
import { filterOptions, listProjects } from './list-projects.ts';
import { filtersOf, narrowing } from './filters.ts';
import { filterSelects } from './filter-selects.ts';
import { lineOf } from './line-of.ts';

const kinds: Readonly<Record<string, Kind>> = { conversions: 'conversion', transfers: 'transfer' };

/** The lists of conversions and of transfers: searched, narrowed and sorted by the URL, 20 a page. */
@Controller()
@Needs('read-prepare')
export class ListPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  start() {
    return redirect('/conversions');
  }

  @Get('conversions')
  conversions(@Query() query: Record<string, unknown>) {
    return this.list('conversions', query);
  }

  @Get('transfers')
  transfers(@Query() query: Record<string, unknown>) {
    return this.list('transfers', query);
  }

  private async list(name: 'conversions' | 'transfers', query: Record<string, unknown>) {
    const kind = kinds[name] as Kind;
    const { em } = this.projects;
    const filters = filtersOf(query);
    const { projects, pages } = await listProjects(em, kind, { query, path: `/${name}` });
    return page('lists/list', {
      kind,
      filters,
      narrowing: narrowing(filters),
      selects: filterSelects(filters, await filterOptions(em, kind)),
      lines: projects.map(lineOf),
      pages,
    });
  }
}
