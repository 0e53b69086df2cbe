import { type Answer, Form, form, month, Needs, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Post, Render } from '@nestjs/common';
import { Projects } from '../projects/projects.ts';
import { Version } from '../projects/version.ts';
import { changeProposedDate } from './change-proposed-date.ts';
import { judgeNewDate } from './judge-new-date.ts';
import { wrongOf } from '../projects/wrong-of.ts';

export const proposedDateForm = form({
  fields: {
    date: month({
      label: 'Month and year',
      hint: 'Schools convert and transfer on the first of a month. For example, 4 2027',
      required: 'Enter the month and year',
    }),
  },
});

/** The proposed conversion or transfer date. The first one is saved at once, a later one asks for its reasons next. */
@Controller('projects/:project/proposed-date')
@Needs('edit-prepare')
export class ProposedDatePage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('projects/edit')
  async show(@Param('project') id: string) {
    const { facts, heading } = await this.projects.toChange(id, 'proposed-date');
    const title = `What is the proposed ${facts.kind} date?`;
    return { ...heading, ...proposedDateForm.filledWith({ date: facts.proposedDate ?? undefined }), title };
  }

  @Post()
  async save(
    @Param('project') id: string,
    @Form(proposedDateForm) { date }: Answer<typeof proposedDateForm>,
    @Version() version: number | undefined,
    @SignedIn() user: SignedInUser,
  ) {
    const { facts } = await this.projects.toChange(id, 'proposed-date');
    const problem = judgeNewDate(facts, date);
    if (problem) throw wrongOf(proposedDateForm, [problem]);
    if (facts.proposedDate) return redirect(`/projects/${id}/proposed-date/reasons?to=${date.slice(0, 7)}`);
    const asked = { id, user, version, part: 'proposed-date', form: proposedDateForm } as const;
    await this.projects.change(asked, (project, occasion) =>
      changeProposedDate(project, { ...occasion, date, reasons: [] }),
    );
    return redirect(`/projects/${id}`).saying(`Proposed ${facts.kind} date saved`);
  }
}
