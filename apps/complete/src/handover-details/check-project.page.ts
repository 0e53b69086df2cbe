import { Needs, page, redirect } from '@academies/web';
import { Controller, Get, Param } from '@nestjs/common';
import { aboutProject } from '../projects/about-project.ts';
import { projectView } from '../projects/project-view.ts';
import { Projects } from '../projects/projects.ts';

export const addedAlready = 'Handover details have been added to this project already';

/** Is it the right project? The first page of adding handover details. */
@Controller('projects/:project/handover/check')
@Needs('add-handover-details')
export class CheckProjectPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  async show(@Param('project') id: string) {
    const about = await aboutProject(this.projects.em, id);
    if (about.project.state !== 'inactive') return redirect(`/projects/${id}`).saying(addedAlready);
    return page('handover-details/check-project', { project: projectView(about) });
  }
}
