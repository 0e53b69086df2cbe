import {
  completeStates,
  dateReasons,
  deciders,
  decisionReasons,
  grantTypes,
  kinds,
  regions,
  routes,
  transferInitiators,
  transferReasons,
  transferTypes,
} from '@academies/contracts';
import { Needs } from '@academies/web';
import { IsolationLevel } from '@mikro-orm/postgresql';
import { Controller, Get, Module, Param, Render } from '@nestjs/common';
import { handoverTags, statusTags } from '../project/tags.table.ts';
import { loadProject } from '../project/project.repository.ts';
import { projectView } from './project-view.ts';
import { Projects } from '../project/projects.ts';

const tables = {
  kinds: kinds.table,
  routes: routes.table,
  regions: regions.table,
  deciders: deciders.table,
  dateReasons: dateReasons.table,
  decisionReasons: decisionReasons.table,
  completeStates: completeStates.table,
  initiators: transferInitiators.table,
  transferReasons: transferReasons.table,
  transferTypes: transferTypes.table,
  grantTypes: grantTypes.table,
  statusTags,
  handoverTags,
};

/** A project with its facts, its decisions and the truth about its handover. */
@Controller('projects/:project')
@Needs('read-prepare')
export class ProjectPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('project-page/project')
  async show(@Param('project') id: string) {
    // One snapshot: an answer that arrives meanwhile shows everywhere on the page or nowhere.
    const view = await this.projects.em.transactional(async (em) => projectView(em, await loadProject(em, id)), {
      isolationLevel: IsolationLevel.REPEATABLE_READ,
      readOnly: true,
    });
    return { ...view, tables };
  }
}

/** The page of a project. */
@Module({ controllers: [ProjectPage] })
export class ProjectPageModule {}
