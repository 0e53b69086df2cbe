import { Needs } from '@academies/web';
import { Controller, Get, Query, Render } from '@nestjs/common';
import { Projects } from '../projects/projects.ts';
import { listColumns } from './columns.table.ts';
import { projectTypes, searchIn, typeIn } from './filters.ts';
import { listProjects } from './list-projects.ts';
import { tableOf } from './table-of.ts';

/** All projects in progress: all, conversions, transfers, forming a MAT. */
@Controller('projects/in-progress')
@Needs('read-complete')
export class InProgressPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('lists/in-progress')
  async show(@Query() query: Record<string, unknown>) {
    const [type, search] = [typeIn(query), searchIn(query)];
    const { projects, pages } = await listProjects(this.projects.em, {
      filters: { state: 'active', type, search },
      query,
      path: '/projects/in-progress',
    });
    const types = Object.entries(projectTypes).map(([name, text]) => ({ name, text, active: name === type }));
    return { type, types, search, pages, table: tableOf(projects, listColumns.inProgress) };
  }
}
