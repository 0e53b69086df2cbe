import { changed, NotFoundError, RefusedError } from '@academies/contracts';
import { establishmentByUrn } from '@academies/register';
import { Form, form, Needs, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Post, Render } from '@nestjs/common';
import { headingOf } from '../projects/heading.ts';
import { Projects } from '../projects/projects.ts';
import { Version } from '../projects/version.ts';
import { removable, removeAcademy } from './remove-academy.ts';

export const removeAcademyForm = form({ fields: {}, button: 'Remove the academy' });

/** Removes a rejected academy from a transfer. */
@Controller('projects/:project/academies/:urn/remove')
@Needs('edit-prepare')
export class RemoveAcademyPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('handover-status/remove-academy')
  async show(@Param('project') id: string, @Param('urn') urn: string) {
    const project = await this.projects.read(id);
    if (!project.facts.academies.some((academy) => academy.urn === urn)) {
      throw new NotFoundError('PREPARE.NO_ACADEMY', `Project ${id} has no academy with the URN ${urn}`);
    }
    if (!removable(project).includes(urn)) {
      throw new RefusedError(
        'PREPARE.NOT_REMOVABLE',
        'Only an academy that Complete rejected can be removed, and not the last one',
      );
    }
    const { em } = this.projects;
    const academy = (await establishmentByUrn(em, urn))?.name ?? `the academy with the URN ${urn}`;
    return { ...(await headingOf(em, project)), ...removeAcademyForm.empty(), academy };
  }

  @Post()
  async save(
    @Param('project') id: string,
    @Param('urn') urn: string,
    @Form(removeAcademyForm) _: object,
    @Version() version: number | undefined,
    @SignedIn() user: SignedInUser,
  ) {
    await this.projects.change({ id, user }, (project, { by }) => {
      const sentTwice = version !== undefined && version !== project.version && !removable(project).includes(urn);
      return sentTwice ? changed() : removeAcademy(project, { urn, by });
    });
    return redirect(`/projects/${id}`).saying('Academy removed from the project');
  }
}
