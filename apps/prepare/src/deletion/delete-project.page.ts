import { ForbiddenError, type PreparedProject, RefusedError } from '@academies/contracts';
import { form } from '@academies/forms';
import { Form, Needs, redirect, Shown, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Module, Param, Post, Render } from '@nestjs/common';
import { mayDelete } from '../project/stage.ts';
import { deleteProject } from './delete-project.ts';
import { headingOf } from '../project/project-heading.ts';
import type { StoredProject } from '../project/project.repository.ts';
import { Projects } from '../project/projects.ts';

export const deleteForm = form({ fields: {}, button: 'Delete the project' });

/** What the page says of a project, by which somebody knows that it is the right one. */
const shownIn = ({ academies }: PreparedProject) => ({ schools: academies.map(({ urn }) => urn) });

/** Deletes a project before a decision. */
@Controller('projects/:project/delete')
@Needs('delete-prepare-project')
export class DeleteProjectPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('deletion/delete-project')
  async show(@Param('project') id: string, @SignedIn() user: SignedInUser) {
    const project = await this.projects.read(id);
    refuseOthers(project, user);
    const { problems } = deleteProject(project, { by: user });
    if (problems?.[0]) throw new RefusedError('PREPARE.DECIDED', problems[0].message);
    return { ...(await headingOf(this.projects.em, project)), ...deleteForm.empty({ about: shownIn(project.facts) }) };
  }

  @Post()
  async save(
    @Param('project') id: string,
    @Form(deleteForm) _: object,
    @Shown() shown: string | undefined,
    @SignedIn() user: SignedInUser,
  ) {
    const isOutdated = (facts: PreparedProject) => deleteForm.collides({ about: shownIn(facts), shown });
    await this.projects.change({ id, user, form: deleteForm, isOutdated }, (project, { by }) => {
      refuseOthers(project, user);
      return deleteProject(project, { by });
    });
    return redirect('/conversions').saying(`Project ${id} deleted`);
  }
}

function refuseOthers(project: StoredProject, user: SignedInUser): void {
  if (mayDelete(project, user)) return;
  throw new ForbiddenError('PREPARE.NOT_YOURS', 'Only the assigned person and service support can delete a project');
}

/** The deletion of a project. */
@Module({ controllers: [DeleteProjectPage] })
export class DeletionModule {}
