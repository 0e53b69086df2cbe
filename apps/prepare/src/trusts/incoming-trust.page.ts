import { type Answer, Form, form, Needs, page, redirect, text } from '@academies/web';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { trustByUkprn } from '@academies/register';
import { Projects } from '../projects/projects.ts';

export const findTrustForm = form({
  fields: {
    search: text({
      label: 'Name, UKPRN or trust reference number (TRN)',
      required: 'Enter the name, UKPRN or TRN of the trust',
    }),
  },
  button: 'Find the trust',
});

/** Finds the trust that a school joins; a trust that is being formed has a page of its own. */
@Controller('projects/:project/incoming-trust')
@Needs('edit-prepare')
export class IncomingTrustPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  async show(@Param('project') id: string) {
    const { facts, heading } = await this.projects.toChange(id, 'incoming-trust');
    if (facts.formingAMat) return redirect(`/projects/${id}/new-trust`);
    const { ukprn } = facts.incomingTrust;
    const known = ukprn ? await trustByUkprn(this.projects.em, ukprn) : undefined;
    const intro = ukprn ? [`The incoming trust is ${known?.name ?? 'not in the register'} (UKPRN ${ukprn}).`] : [];
    return page('projects/edit', {
      ...heading,
      ...findTrustForm.empty(),
      title: 'Which trust will the school join?',
      intro,
    });
  }

  @Post()
  find(@Param('project') id: string, @Form(findTrustForm) { search }: Answer<typeof findTrustForm>) {
    return redirect(`/projects/${id}/incoming-trust/choose?search=${encodeURIComponent(search)}`);
  }
}
