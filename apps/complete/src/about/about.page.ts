import { deciders, outcomes } from '@academies/contracts';
import { Needs, page, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, type DynamicModule, Get, Module, Param } from '@nestjs/common';
import type { AboutProject } from '../project/about-project.ts';
import { factSections } from '../project/fact-sections.ts';
import { frameOf } from '../project/project-frame.ts';
import { Projects } from '../project/projects.ts';
import { aboutForms, type AboutSettings } from './about.forms.ts';

/** The facts of a project, its decision, and the case from Prepare. */
@Controller('projects/:project/about')
@Needs('read-complete')
class AboutPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  async show(@Param('project') id: string, @SignedIn() user: SignedInUser) {
    const about = await this.projects.about(id, user);
    const frame = frameOf(about, user, '/about');
    return page('about/about', {
      frame,
      sections: factSections(about, frame.may),
      decision: decisionOf(about),
      prepareId: about.project.prepareId,
      summary: about.preparedCase.summary,
    });
  }
}

const decisionOf = ({ project, preparedCase: { decision } }: AboutProject) => ({
  outcome: outcomes.say(decision.outcome),
  date: project.advisoryBoardDate,
  decidedBy: [deciders.say(decision.decidedBy), decision.deciderName].filter(Boolean).join(', '),
  conditions: project.advisoryBoardConditions ?? 'None',
});

/** About the project: the page, and the forms that correct it. */
@Module({})
export class AboutModule {
  static with(settings: AboutSettings): DynamicModule {
    return { module: AboutModule, controllers: [...aboutForms(settings), AboutPage] };
  }
}
