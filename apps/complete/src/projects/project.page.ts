import { Needs } from '@academies/web';
import { Controller, Get, Param, Render } from '@nestjs/common';
import { aboutProject } from './about-project.ts';
import { Projects } from './projects.ts';
import { projectView } from './project-view.ts';

/** A project: its facts, dates, decision, the case from Prepare, and its tasks. */
@Controller('projects/:project')
@Needs('read-complete')
export class ProjectPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('projects/project')
  async show(@Param('project') id: string) {
    return { project: projectView(await aboutProject(this.projects.em, id)) };
  }
}
