import { changed, type PreparedProject, RefusedError, refused } from '@academies/contracts';
import { changedMeanwhile, form } from '@academies/forms';
import { Form, Needs, redirect, Shown, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Post, Render } from '@nestjs/common';
import { headingOf } from '../project/project-heading.ts';
import { Projects } from '../project/projects.ts';
import { whyNotAgain } from '../project/stage.ts';
import { handOverAgain } from './hand-over.ts';

export const handOverForm = form({ fields: {}, button: 'Hand over again' });

/** The attempt that the page asks about. */
const nextAttempt = ({ attempts }: PreparedProject) => ({ attempt: attempts + 1 });

/** Hands a project over again that Complete rejected, or deleted. Sent twice, it is one attempt. */
@Controller('projects/:project/hand-over')
@Needs('decide')
export class HandOverPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('handover/hand-over')
  async show(@Param('project') id: string) {
    const project = await this.projects.read(id);
    const why = whyNotAgain(project);
    if (why) throw new RefusedError('PREPARE.NOT_AGAIN', why);
    const { em } = this.projects;
    const broken = await this.projects.check(project.facts, em);
    const about = nextAttempt(project.facts);
    return { ...(await headingOf(em, project)), ...handOverForm.empty({ about }), broken, ...about };
  }

  @Post()
  async save(
    @Param('project') id: string,
    @Form(handOverForm) _: object,
    @Shown() shown: string | undefined,
    @SignedIn() user: SignedInUser,
  ) {
    const isDone = await this.projects.change({ id, user, form: handOverForm }, async (project, { by, check }) => {
      const isOtherAttempt = handOverForm.collides({ about: nextAttempt(project.facts), shown });
      // It was sent twice, and Complete has it; rejected once more since, it is looked at before it goes again.
      if (isOtherAttempt) {
        const why = whyNotAgain(project);
        if (why && shown === undefined) throw new RefusedError('PREPARE.NOT_AGAIN', why); // no page was seen
        return why ? changed(project) : refused(changedMeanwhile);
      }
      return handOverAgain(project, { by, broken: await check(project.facts) });
    });
    const there = redirect(`/projects/${id}`);
    return isDone ? there.saying('Handed over to Complete again') : there.telling('It was handed over again already');
  }
}
