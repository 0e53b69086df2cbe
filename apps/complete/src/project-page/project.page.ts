import { VisitRow } from '@academies/complete';
import { Clock, Needs, page, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Module, Param } from '@nestjs/common';
import { frameOf } from '../project/project-frame.ts';
import { Projects } from '../project/projects.ts';
import { progressOf, taskSections } from '../tasks/tasks-in-words.ts';

/** The first page of a project: what can be done with it, and its tasks. */
@Controller('projects/:project')
@Needs('read-complete')
class ProjectPage {
  constructor(
    private readonly projects: Projects,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('project') id: string, @SignedIn() user: SignedInUser) {
    const { em } = this.projects;
    const about = await this.projects.about(id, user);
    const { project } = about;
    await em.upsert(VisitRow, { projectId: id, email: user.email.toLowerCase(), at: this.clock.now() });
    return page('project-page/project', {
      frame: frameOf(about, user, ''),
      taskSections: taskSections(project),
      progress: progressOf(project),
      lacksContacts: project.state === 'active' && project.contacts.length === 0,
      revoked: project.daoRevokedOn,
      completed: project.completedOn,
    });
  }
}

/** What a project shows first. */
@Module({ controllers: [ProjectPage] })
export class ProjectPageModule {}
