import { changed, RefusedError } from '@academies/contracts';
import { Form, form, Needs, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Post, Render } from '@nestjs/common';
import { headingOf } from '../projects/heading.ts';
import { Projects } from '../projects/projects.ts';
import { Version } from '../projects/version.ts';
import { handOverAgain, whyNotAgain } from './hand-over-again.ts';

export const handOverForm = form({ fields: {}, button: 'Hand over again' });

/** Hands a project over again that Complete rejected, or deleted. Sent twice, it is one attempt. */
@Controller('projects/:project/hand-over')
@Needs('decide')
export class HandOverPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('handover-status/hand-over')
  async show(@Param('project') id: string) {
    const project = await this.projects.read(id);
    const why = whyNotAgain(project);
    if (why) throw new RefusedError('PREPARE.NOT_AGAIN', why);
    const { em } = this.projects;
    const broken = await this.projects.check(project.facts, em);
    return { ...(await headingOf(em, project)), ...handOverForm.empty(), broken, attempt: project.facts.attempts + 1 };
  }

  @Post()
  async save(
    @Param('project') id: string,
    @Form(handOverForm) _: object,
    @Version() version: number | undefined,
    @SignedIn() user: SignedInUser,
  ) {
    await this.projects.change({ id, user }, (project, occasion) => {
      const sentTwice = version !== undefined && version !== project.version && whyNotAgain(project) !== undefined;
      return sentTwice ? changed() : handOverAgain(project, occasion);
    });
    return redirect(`/projects/${id}`).saying('Handed over to Complete again');
  }
}
