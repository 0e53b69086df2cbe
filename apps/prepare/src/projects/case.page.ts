import { type Answer, Form, form, Needs, redirect, SignedIn, type SignedInUser, textarea } from '@academies/web';
import { Controller, Get, Param, Post, Render } from '@nestjs/common';
import { changeCase } from './change-case.ts';
import { Projects } from './projects.ts';
import { Version } from './version.ts';

export const caseForm = form({
  fields: {
    rationale: textarea({ label: 'Rationale', hint: 'Why this project, and why this trust' }),
    benefits: textarea({ label: 'Benefits' }),
    risks: textarea({ label: 'Risks' }),
  },
  button: 'Save',
});

/** Rationale, benefits and risks. */
@Controller('projects/:project/case')
@Needs('edit-prepare')
export class CasePage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('projects/edit')
  async show(@Param('project') id: string) {
    const { facts, heading } = await this.projects.toChange(id, 'case');
    const { rationale, benefits, risks } = facts.summary;
    const values = { rationale: rationale ?? undefined, benefits: benefits ?? undefined, risks: risks ?? undefined };
    return { ...heading, ...caseForm.filledWith(values), title: 'Rationale, benefits and risks' };
  }

  @Post()
  async save(
    @Param('project') id: string,
    @Form(caseForm) texts: Answer<typeof caseForm>,
    @Version() version: number | undefined,
    @SignedIn() user: SignedInUser,
  ) {
    const asked = { id, user, version, part: 'case', form: caseForm } as const;
    await this.projects.change(asked, (project, { by }) => changeCase(project, { texts, by }));
    return redirect(`/projects/${id}`).saying('Rationale, benefits and risks saved');
  }
}
