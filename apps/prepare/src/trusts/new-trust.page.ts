import { InvalidError } from '@academies/contracts';
import { type Answer, Form, form, matching, Needs, redirect, SignedIn, type SignedInUser, text } from '@academies/web';
import { Controller, Get, Param, Post, Render } from '@nestjs/common';
import { Projects } from '../projects/projects.ts';
import { Version } from '../projects/version.ts';
import { changeIncomingTrust } from './change-incoming-trust.ts';

export const newTrustForm = form({
  fields: {
    name: text({ label: 'Name of the new trust', required: 'Enter the name of the new trust' }),
    trn: text({
      label: 'Trust reference number (TRN)',
      hint: 'TR and 5 digits, like TR01234. You can leave it empty until the trust has one; the approval needs it',
      width: 10,
      rules: [matching(/^TR\d{5}$/i, 'The trust reference number must be TR and 5 digits, like TR01234')],
    }),
  },
  button: 'Save',
});

/** TRN and name of a trust that the project forms. */
@Controller('projects/:project/new-trust')
@Needs('edit-prepare')
export class NewTrustPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('projects/edit')
  async show(@Param('project') id: string) {
    const { facts, heading } = await this.projects.toChange(id, 'incoming-trust');
    if (!facts.formingAMat) throw new InvalidError('PREPARE.JOINS_A_MAT', 'This project joins a trust that exists.');
    const { name, trn } = facts.incomingTrust;
    const shown = newTrustForm.filledWith({ name: name ?? undefined, trn: trn ?? undefined });
    return { ...heading, ...shown, title: 'Which trust is being formed?' };
  }

  @Post()
  async save(
    @Param('project') id: string,
    @Form(newTrustForm) { name, trn }: Answer<typeof newTrustForm>,
    @Version() version: number | undefined,
    @SignedIn() user: SignedInUser,
  ) {
    const asked = { id, user, version, part: 'incoming-trust', form: newTrustForm } as const;
    await this.projects.change(asked, async (project, { by, check }) => {
      if (!project.facts.formingAMat)
        throw new InvalidError('PREPARE.JOINS_A_MAT', 'This project joins a trust that exists.');
      const trust = { ukprn: null, trn: trn?.toUpperCase() ?? null, name };
      return changeIncomingTrust(project, {
        trust,
        broken: await check({ ...project.facts, incomingTrust: trust }),
        by,
      });
    });
    return redirect(`/projects/${id}`).saying('New trust saved');
  }
}
