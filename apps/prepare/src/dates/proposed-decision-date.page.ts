import { type Answer, date, Form, form, Needs, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Post, Render } from '@nestjs/common';
import { Projects } from '../projects/projects.ts';
import { Version } from '../projects/version.ts';
import { changeProposedDecisionDate } from './change-proposed-decision-date.ts';

export const proposedDecisionDateForm = form({
  fields: {
    date: date({
      label: 'Proposed decision date',
      hint: 'When the board is expected to decide. For example, 6 10 2026',
      required: 'Enter the proposed decision date',
    }),
  },
  button: 'Save',
});

/** When the decision is expected. */
@Controller('projects/:project/proposed-decision-date')
@Needs('edit-prepare')
export class ProposedDecisionDatePage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('projects/edit')
  async show(@Param('project') id: string) {
    const { facts, heading } = await this.projects.toChange(id, 'proposed-decision-date');
    const values = { date: facts.proposedDecisionDate ?? undefined };
    return { ...heading, ...proposedDecisionDateForm.filledWith(values), title: 'When is the decision expected?' };
  }

  @Post()
  async save(
    @Param('project') id: string,
    @Form(proposedDecisionDateForm) { date }: Answer<typeof proposedDecisionDateForm>,
    @Version() version: number | undefined,
    @SignedIn() user: SignedInUser,
  ) {
    const asked = { id, user, version, part: 'proposed-decision-date', form: proposedDecisionDateForm } as const;
    await this.projects.change(asked, (project, { by }) => changeProposedDecisionDate(project, { date, by }));
    return redirect(`/projects/${id}`).saying('Proposed decision date saved');
  }
}
