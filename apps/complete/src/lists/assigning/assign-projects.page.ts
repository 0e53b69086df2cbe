import { assignProject, mayAssign } from '@academies/complete';
import {
  CompleteId,
  type CompleteProject,
  ForbiddenError,
  InvalidError,
  type Person,
  refused,
} from '@academies/contracts';
import { form, select } from '@academies/forms';
import { Form, Needs, page, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Post, Query } from '@nestjs/common';
import { nameOf } from '../../project/about-project.ts';
import { assignable, assignablePeople } from '../../project/people.ts';
import { Projects } from '../../project/projects.ts';

const assignForm = form({
  fields: { person: select({ label: 'Who will run them?', required: 'Select who will run them' }) },
  button: 'Assign',
});

/** A page of a list and some more: nobody ticks so many by hand. */
const most = 100;

const tickOne = 'Tick at least one project of the list, then assign';

/** Gives the projects that were ticked in a list to one person (docs/domain/README.md, "People"). */
@Controller('projects/assign')
@Needs('assign')
export class AssignProjectsPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  async show(@Query('project') ticked: unknown, @SignedIn() user: SignedInUser) {
    if (ticked === undefined) return redirect('/projects/team/unassigned').telling(tickOne);
    const chosen = await this.chosen(ticked, user);
    const teams = new Set(chosen.map(({ project }) => project.team));
    const everybody = await assignablePeople(this.projects.em);
    const offered = user.roles.includes('service_support')
      ? everybody
      : everybody.filter(({ team }) => team && teams.has(team));
    const person = offered.map(({ email, name }) => ({ value: email, text: `${name} (${email})` }));
    return page('lists/assigning/assign-projects', {
      projects: chosen.map((about) => ({
        id: about.project.id,
        name: nameOf(about),
        urn: about.project.urn,
        assignedTo: about.project.assignedTo?.name ?? 'Nobody yet',
      })),
      ...assignForm.empty({ offer: { person } }),
    });
  }

  @Post()
  async save(
    @Query('project') ticked: unknown,
    @Form(assignForm) { person }: { person: string },
    @SignedIn() user: SignedInUser,
  ) {
    const chosen = await this.chosen(ticked, user);
    let to: Person | undefined;
    const wrong: string[] = [];
    await this.projects.together(async (change) => {
      for (const about of chosen) {
        const problems = await change({
          id: about.project.id,
          user,
          facts: async (em) => (to = await assignable(em, person)),
          rule: (project, context, chosen) => {
            if (!chosen) throw assignForm.wrong({ person: 'Select somebody of the list' });
            return mayAssign(project, user)
              ? assignProject(project, { ...context, to: chosen })
              : refused('It is not of your team any more');
          },
        });
        if (problems) wrong.push(`${nameOf(about)}: ${problems.map(({ message }) => message).join('. ')}`);
      }
    });
    if (wrong.length > 0) throw assignForm.wrong({ '': `Not assigned: ${wrong.join('; ')}` });
    const said = chosen.length === 1 ? '1 project' : `${chosen.length} projects`;
    return redirect(`/projects/team/unassigned?team=${chosen[0]?.project.team ?? ''}`).saying(
      `${said} assigned to ${to?.name}`,
    );
  }

  /** The ticked projects, all of which the person may assign. */
  private async chosen(ticked: unknown, user: SignedInUser) {
    const ids = [...new Set([ticked].flat().map((id) => String(id).toLowerCase()))]
      .filter((id) => CompleteId.safeParse(id).success)
      .sort();
    if (ids.length === 0 || ids.length > most)
      throw new InvalidError('COMPLETE.NOTHING_TICKED', `${tickOne}. At most ${most} can be assigned at once.`);
    const chosen = [];
    for (const id of ids) chosen.push(await this.projects.about(id));
    if (!chosen.every(({ project }: { project: CompleteProject }) => mayAssign(project, user)))
      throw new ForbiddenError('COMPLETE.NOT_YOUR_TEAM', 'You assign the projects of your own team or region only.');
    return chosen;
  }
}
