import { dateReasons, InvalidError, type IsoDate, type PreparedProject } from '@academies/contracts';
import { type Answer, form, reasons } from '@academies/forms';
import { Form, Needs, redirect, Shown, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Post, Query, Render } from '@nestjs/common';
import { afterFixing } from '../project/stage.ts';
import { Projects } from '../project/projects.ts';
import { changeProposedDate, proposedDatePart, reasonsFor } from './change-proposed-date.ts';
import { proposedDateForm } from './proposed-date.page.ts';

export const dateReasonsForm = form({
  fields: {
    reasons: reasons({
      label: 'Reasons',
      hint: 'Select all that apply',
      choices: dateReasons.table,
      required: 'Select at least one reason',
      detail: { label: 'Give details', required: 'Enter details' },
    }),
  },
  button: 'Save',
});

/** The month of the address, if the page before would take it. */
const dateOf = (to: unknown, today: IsoDate): IsoDate => {
  const date = `${String(to)}-01`;
  if (proposedDateForm.fields.date.accepts(date, today)) return date;
  throw new InvalidError('PREPARE.NO_MONTH', 'Choose the new date first.');
};

/** Why a proposed conversion or transfer date changes. */
@Controller('projects/:project/proposed-date/reasons')
@Needs('edit-prepare')
export class DateReasonsPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('proposed-date/date-reasons')
  async show(@Param('project') id: string, @Query('to') to: unknown, @SignedIn() user: SignedInUser) {
    const date = dateOf(to, this.projects.contextOf(user).today);
    const { facts, heading } = await this.projects.toChange(id, proposedDatePart);
    const present = facts.proposedDate;
    if (!present) throw new InvalidError('PREPARE.NO_DATE', 'The first date needs no reasons.');
    const offer = { reasons: reasonsFor(facts.kind, present, date) };
    return {
      ...heading,
      ...dateReasonsForm.empty({ offer, about: { present } }),
      present,
      date,
      earlier: date < present,
    };
  }

  @Post()
  async save(
    @Param('project') id: string,
    @Query('to') to: unknown,
    @Query('then') then: unknown,
    @Form(dateReasonsForm) { reasons }: Answer<typeof dateReasonsForm>,
    @Shown() shown: string | undefined,
    @SignedIn() user: SignedInUser,
  ) {
    const isOutdated = ({ proposedDate }: PreparedProject) =>
      dateReasonsForm.collides({ about: { present: proposedDate }, shown });
    const asked = { id, user, part: proposedDatePart, form: dateReasonsForm, isOutdated };
    const isDone = await this.projects.change(asked, (project, context) =>
      changeProposedDate(project, { ...context, date: dateOf(to, context.today), reasons }),
    );
    const there = redirect(afterFixing(id, then));
    return isDone ? there.saying('Proposed date changed') : there.telling('The date is this one already');
  }
}
