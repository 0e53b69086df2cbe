import { Needs, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Query, Render } from '@nestjs/common';
import { Projects } from '../projects/projects.ts';
import { listColumns } from './columns.table.ts';
import { listProjects } from './list-projects.ts';
import { tableOf } from './table-of.ts';

/** The projects that somebody runs. */
@Controller('projects/yours')
@Needs('read-complete')
export class YourProjectsPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('lists/your-projects')
  async show(@Query() query: Record<string, unknown>, @SignedIn() { email }: SignedInUser) {
    const { projects, pages } = await listProjects(this.projects.em, {
      filters: { state: 'active', assignedTo: email },
      query,
      path: '/projects/yours',
    });
    return { pages, table: tableOf(projects, listColumns.yours) };
  }
}
