import { changed, NotFoundError, type PreparedProject, RefusedError } from '@academies/contracts';
import { establishmentByUrn } from '@academies/register';
import { form } from '@academies/forms';
import { Form, Needs, redirect, Shown, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Post, Render } from '@nestjs/common';
import { headingOf } from '../project/project-heading.ts';
import { Projects } from '../project/projects.ts';
import { removable } from '../project/stage.ts';
import { removeAcademy } from './hand-over.ts';

export const removeAcademyForm = form({ fields: {}, button: 'Remove the academy' });

/** What the page asks about: whether the project holds the academy. */
const holds = ({ academies }: PreparedProject, urn: string) => ({ held: academies.some((one) => one.urn === urn) });

/** Removes a rejected academy from a transfer. */
@Controller('projects/:project/academies/:urn/remove')
@Needs('edit-prepare')
export class RemoveAcademyPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('handover/remove-academy')
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
    return {
      ...(await headingOf(em, project)),
      ...removeAcademyForm.empty({ about: holds(project.facts, urn) }),
      academy,
    };
  }

  @Post()
  async save(
    @Param('project') id: string,
    @Param('urn') urn: string,
    @Form(removeAcademyForm) _: object,
    @Shown() shown: string | undefined,
    @SignedIn() user: SignedInUser,
  ) {
    const isDone = await this.projects.change({ id, user }, (project, { by }) => {
      // Held when the page was shown and not any more: it was sent twice.
      const { held } = holds(project.facts, urn);
      const isGone = !held && removeAcademyForm.collides({ about: { held }, shown });
      return isGone ? changed(project) : removeAcademy(project, { urn, by });
    });
    const there = redirect(`/projects/${id}`);
    return isDone ? there.saying('Academy removed from the project') : there.telling('It was removed already');
  }
}
