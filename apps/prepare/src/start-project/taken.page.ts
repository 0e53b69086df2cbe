import { Needs, page, redirect } from '@academies/web';
import { Controller, Get, Query } from '@nestjs/common';
import { openElsewhere } from '../projects/open-elsewhere.ts';
import { Projects } from '../projects/projects.ts';
import { chosenIn } from './new-project.ts';

/** A school that an open project has already cannot be in another; this links to that project. */
@Controller('start/taken')
@Needs('edit-prepare')
export class StartTakenPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  async show(@Query() query: Record<string, unknown>) {
    const { urns } = chosenIn('conversion', query);
    const taken = await openElsewhere(this.projects.em, urns);
    if (taken.length === 0) return redirect('/start');
    return page('start-project/taken', { taken }, 409);
  }
}
