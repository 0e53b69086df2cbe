import { type Kind, NotFoundError, type PreparedProject } from '@academies/contracts';
import { establishmentsByUrn, trustByUkprn } from '@academies/register';
import { Form, form, Needs, page, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Projects } from '../projects/projects.ts';
import { wrongOf } from '../projects/wrong-of.ts';
import { addressOf, chosenIn } from './new-project.ts';
import { NewProjects } from './new-projects.ts';

export const createForm = form({ fields: {}, button: 'Create the project' });

const kindNamed = (name: string): Kind => {
  if (name !== 'conversion' && name !== 'transfer') throw new NotFoundError('PREPARE.NO_KIND', 'There is no such page');
  return name;
};

/** Check answers, and create the project. */
@Controller('start/:kind/check')
@Needs('edit-prepare')
export class StartCheckPage {
  constructor(
    private readonly projects: Projects,
    private readonly newProjects: NewProjects,
  ) {}

  @Get()
  async show(@Param('kind') kind: string, @Query() query: Record<string, unknown>) {
    const chosen = chosenIn(kindNamed(kind), query);
    if (chosen.urns.length === 0 || (kind === 'conversion' && !chosen.route)) return redirect('/start');
    const { em } = this.projects;
    const schools = await establishmentsByUrn(em, chosen.urns);
    const names = chosen.urns.map((urn) => `${schools.get(urn)?.name ?? 'Not in the register'}, URN ${urn}`);
    const outgoing = chosen.outgoingTrust ? await trustByUkprn(em, chosen.outgoingTrust) : undefined;
    const back = `/start/${kind}/details?${addressOf(chosen)}`;
    return page('start-project/check', { ...createForm.empty(), chosen, names, outgoing, back });
  }

  @Post()
  async create(
    @Param('kind') kind: string,
    @Query() query: Record<string, unknown>,
    @Form(createForm) _: object,
    @SignedIn() user: SignedInUser,
  ) {
    const chosen = chosenIn(kindNamed(kind), query);
    const { problems, events } = await this.newProjects.create(chosen, this.projects.occasionOf(user));
    if (events) {
      const { project } = events[0]?.value as { project: PreparedProject };
      return redirect(`/projects/${project.id}`).saying('Project created');
    }
    const { project } = await this.newProjects.against(chosen);
    if (project) return redirect(`/start/taken?${addressOf({ urns: chosen.urns })}`);
    throw wrongOf(createForm, problems);
  }
}
