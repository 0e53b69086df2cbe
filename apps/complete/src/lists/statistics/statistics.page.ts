import { placed } from '@academies/lists';
import { Clock, Needs, page, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get } from '@nestjs/common';
import { Projects } from '../../project/projects.ts';
import { allProjects } from '../listed/areas.table.ts';
import { chartOf } from './chart.ts';
import { alikeProjects, openings, peopleOfTeams } from './counted-projects.ts';
import { openingMonths, statisticsOf } from './statistics.ts';

/** How many projects there are of what, as tables and as charts of the same rows. */
@Controller('projects/statistics')
@Needs('read-complete')
export class StatisticsPage {
  constructor(
    private readonly projects: Projects,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@SignedIn() user: SignedInUser) {
    const { em } = this.projects;
    const today = this.clock.today();
    const months = openingMonths(today);
    const { figures, regions } = statisticsOf({
      alike: await alikeProjects(em, today),
      opening: await openings(em, months),
      people: await peopleOfTeams(em),
      months,
    });
    return page('lists/statistics/statistics', {
      area: placed(allProjects, '/projects/statistics', user),
      figures: figures.map((one) => ({ ...one, chart: chartOf(one) })),
      regions: regions.map((one) => ({ ...one, chart: chartOf(one) })),
    });
  }
}
