import { type Answer, form, month } from '@academies/forms';
import { Form, Needs, redirect, Shown, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Post, Query, Render } from '@nestjs/common';
import { lastChange } from '../project/project.repository.ts';
import { afterFixing } from '../project/stage.ts';
import { Projects } from '../project/projects.ts';
import { changeProposedDate, proposedDatePart } from './change-proposed-date.ts';
import { judgeNewDate, proposedDates } from './judge-new-date.ts';

export const proposedDateForm = form({
  fields: {
    date: month({
      label: 'Month and year',
      hint: 'Schools convert and transfer on the first of a month. For example, 4 2027',
      required: 'Enter the month and year',
      called: 'The proposed date',
      range: proposedDates,
    }),
  },
});

/** The proposed conversion or transfer date. The first one is saved at once, a later one asks for its reasons next. */
@Controller('projects/:project/proposed-date')
@Needs('edit-prepare')
export class ProposedDatePage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('project/edit')
  async show(@Param('project') id: string) {
    const { facts, heading } = await this.projects.toChange(id, proposedDatePart);
    const title = `What is the proposed ${facts.kind} date?`;
    return { ...heading, ...proposedDateForm.filledWith({ date: facts.proposedDate }), title };
  }

  @Post()
  async save(
    @Param('project') id: string,
    @Form(proposedDateForm) { date }: Answer<typeof proposedDateForm>,
    @Shown() shown: string | undefined,
    @Query('then') then: unknown,
    @SignedIn() user: SignedInUser,
  ) {
    const { facts } = await this.projects.toChange(id, proposedDatePart);
    const problem = judgeNewDate(facts, date, this.projects.contextOf(user).today);
    if (problem) throw proposedDateForm.withProblems([problem]);
    if (facts.proposedDate)
      return redirect(
        `/projects/${id}/proposed-date/reasons?to=${date.slice(0, 7)}${then === undefined ? '' : '&then=decision'}`,
      );
    const asked = { id, user, part: proposedDatePart, form: proposedDateForm };
    const isDone = await this.projects.change(asked, (project, context) => {
      const stored = { date: project.facts.proposedDate };
      const faster = () => lastChange(project, ['proposedDate']);
      const settled = proposedDateForm.settled({ stored, shown, answer: { date }, faster });
      return changeProposedDate(project, { ...context, ...settled, reasons: [] });
    });
    const there = redirect(afterFixing(id, then));
    return isDone ? there.saying(`Proposed ${facts.kind} date saved`) : there.telling('The date is this one already');
  }
}
