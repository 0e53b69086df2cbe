import { dateReasons, InvalidError } from '@academies/contracts';
import { type Answer, Form, form, Needs, reasons, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Post, Query, Render } from '@nestjs/common';
import { Projects } from '../projects/projects.ts';
import { Version } from '../projects/version.ts';
import { changeProposedDate, reasonsFor } from './change-proposed-date.ts';

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

const dateOf = (to: unknown): string => {
  if (typeof to === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(to)) return `${to}-01`;
  throw new InvalidError('PREPARE.NO_MONTH', 'Choose the new date first.');
};

/** Why a proposed conversion or transfer date changes. */
@Controller('projects/:project/proposed-date/reasons')
@Needs('edit-prepare')
export class DateReasonsPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('dates/date-reasons')
  async show(@Param('project') id: string, @Query('to') to: unknown) {
    const date = dateOf(to);
    const { facts, heading } = await this.projects.toChange(id, 'proposed-date');
    const present = facts.proposedDate;
    if (!present) throw new InvalidError('PREPARE.NO_DATE', 'The first date needs no reasons.');
    const offer = { reasons: reasonsFor(facts.kind, present, date) };
    return { ...heading, ...dateReasonsForm.empty({ offer }), present, date, earlier: date < present };
  }

  @Post()
  async save(
    @Param('project') id: string,
    @Query('to') to: unknown,
    @Form(dateReasonsForm) { reasons }: Answer<typeof dateReasonsForm>,
    @Version() version: number | undefined,
    @SignedIn() user: SignedInUser,
  ) {
    const asked = { id, user, version, part: 'proposed-date', form: dateReasonsForm } as const;
    await this.projects.change(asked, (project, occasion) =>
      changeProposedDate(project, { ...occasion, date: dateOf(to), reasons }),
    );
    return redirect(`/projects/${id}`).saying('Proposed date changed');
  }
}
