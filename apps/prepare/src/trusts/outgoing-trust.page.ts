import { type Answer, Form, Needs, redirect } from '@academies/web';
import { Controller, Get, Param, Post, Render } from '@nestjs/common';
import { InvalidError } from '@academies/contracts';
import { Projects } from '../projects/projects.ts';
import { findTrustForm } from './incoming-trust.page.ts';

/** Finds the trust that the academies leave. */
@Controller('projects/:project/outgoing-trust')
@Needs('edit-prepare')
export class OutgoingTrustPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('projects/edit')
  async show(@Param('project') id: string) {
    const { facts, heading } = await this.projects.toChange(id, 'outgoing-trust');
    if (facts.kind !== 'transfer') throw new InvalidError('PREPARE.NO_TRANSFER', 'A conversion has no outgoing trust.');
    const intro = ['It must run every academy of the project.'];
    return { ...heading, ...findTrustForm.empty(), title: 'Which trust do the academies leave?', intro };
  }

  @Post()
  find(@Param('project') id: string, @Form(findTrustForm) { search }: Answer<typeof findTrustForm>) {
    return redirect(`/projects/${id}/outgoing-trust/choose?search=${encodeURIComponent(search)}`);
  }
}
