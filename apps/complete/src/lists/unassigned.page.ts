import { teams } from '@academies/contracts';
import { Needs, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Query, Render } from '@nestjs/common';
import { Projects } from '../projects/projects.ts';
import { listColumns } from './columns.table.ts';
import { searchIn, teamIn } from './filters.ts';
import { listProjects } from './list-projects.ts';
import { noticesFor } from './notices.ts';
import { selectOf } from './select-of.ts';
import { tableOf } from './table-of.ts';

/** Active projects of a team that nobody runs yet. Its leaders are told here what came to the team. */
@Controller('projects/team/unassigned')
@Needs('read-complete')
export class UnassignedPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('lists/unassigned')
  async show(@Query() query: Record<string, unknown>, @SignedIn() user: SignedInUser) {
    const { em } = this.projects;
    const [team, search] = [teamIn(query, user.team), searchIn(query)];
    const { projects, pages } = await listProjects(em, {
      filters: { state: 'active', team, assignedTo: null, search },
      query,
      path: '/projects/team/unassigned',
    });
    const leads = user.roles.includes('team_leader') && user.team === team;
    return {
      team: { name: team, words: teams.say(team) },
      select: selectOf('team', 'Team', teams.table, team),
      search,
      pages,
      table: tableOf(projects, listColumns.unassigned),
      notices: leads ? await noticesFor(em, team) : null,
    };
  }
}
