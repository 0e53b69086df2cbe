import { regions } from '@academies/contracts';
import { Needs, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Query, Render } from '@nestjs/common';
import { listColumns } from '../lists/columns.table.ts';
import { regionIn, searchIn } from '../lists/filters.ts';
import { listProjects } from '../lists/list-projects.ts';
import { selectOf } from '../lists/select-of.ts';
import { tableOf } from '../lists/table-of.ts';
import { Projects } from '../projects/projects.ts';

/** Projects that arrived and wait for their handover details; the user's own region first (domain/handover.md). */
@Controller('handover')
@Needs('read-complete')
export class HandoverListPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('handover-list/handover-list')
  async show(@Query() query: Record<string, unknown>, @SignedIn() { team }: SignedInUser) {
    const [region, search] = [regionIn(query, team), searchIn(query)];
    const { projects, pages } = await listProjects(this.projects.em, {
      filters: { state: 'inactive', region, search },
      order: 'decision',
      query,
      path: '/handover',
    });
    return {
      region,
      search,
      pages,
      select: selectOf('region', 'Region', { all: 'All regions', ...regions.table }, region),
      table: tableOf(projects, listColumns.handover),
    };
  }
}
