import { ForbiddenError, RefusedError } from '@academies/contracts';
import { Form, form, Needs, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Post, Render } from '@nestjs/common';
import { deleteProject, mayDelete } from './delete-project.ts';
import { headingOf } from './heading.ts';
import type { StoredProject } from './load-project.ts';
import { Projects } from './projects.ts';
import { Version } from './version.ts';

export const deleteForm = form({ fields: {}, button: 'Delete the project' });

/** Deletes a project before a decision. */
@Controller('projects/:project/delete')
@Needs('delete-prepare-project')
export class DeleteProjectPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('projects/delete-project')
  async show(@Param('project') id: string, @SignedIn() user: SignedInUser) {
    const project = await this.projects.read(id);
    refuseOthers(project, user);
    const { problems } = deleteProject(project, { by: user });
    if (problems?.[0]) throw new RefusedError('PREPARE.DECIDED', problems[0].message);
    return { ...(await headingOf(this.projects.em, project)), ...deleteForm.empty() };
  }

  @Post()
  async save(
    @Param('project') id: string,
    @Form(deleteForm) _: object,
    @Version() version: number | undefined,
    @SignedIn() user: SignedInUser,
  ) {
    await this.projects.change({ id, user, version, form: deleteForm }, (project, { by }) => {
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
