import { isApproval, outcomes } from '@academies/contracts';
import { Needs, page, redirect } from '@academies/web';
import { Controller, Get, Param } from '@nestjs/common';
import { headingOf } from '../project/project-heading.ts';
import { Projects } from '../project/projects.ts';

/** Says that the decision is recorded, and what happens next. */
@Controller('projects/:project/decision/recorded')
@Needs('decide')
export class DecisionRecordedPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  async show(@Param('project') id: string) {
    const project = await this.projects.read(id);
    const { decision } = project.facts;
    if (!decision) return redirect(`/projects/${id}`);
    const heading = await headingOf(this.projects.em, project);
    return page('decisions/decision-recorded', {
      ...heading,
      outcome: outcomes.say(decision.outcome),
      handedOver: isApproval(decision.outcome),
    });
  }
}
