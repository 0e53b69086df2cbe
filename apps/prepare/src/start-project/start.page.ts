import { Needs, page, redirect } from '@academies/web';
import { Controller, Get, Query } from '@nestjs/common';
import { v7 } from 'uuid';
import { livingInComplete, openElsewhere } from '../project/approval-check.ts';
import { Projects } from '../project/projects.ts';

/** Begins a new project, with a draft of its own. */
@Controller('start')
@Needs('edit-prepare')
export class StartPage {
  @Get()
  start() {
    return redirect(`/start/${v7()}/kind`);
  }
}

/** A school that an open project has already cannot be in another; this links to that project. */
@Controller('start/taken')
@Needs('edit-prepare')
export class StartTakenPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  async show(@Query('urns') asked: unknown) {
    const urns = String(asked ?? '')
      .split(',')
      .filter((urn) => /^\d{6}$/.test(urn));
    const { em } = this.projects;
    const some = urns.slice(0, 50);
    const taken = [...(await openElsewhere(em, some)), ...(await livingInComplete(em, some))];
    if (taken.length === 0) return redirect('/start');
    return page('start-project/taken', { taken }, 409);
  }
}
