import { type Answer, form, select, textarea } from '@academies/forms';
import { Form, Needs, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Post, Render } from '@nestjs/common';
import { Reading } from '../database/reading.ts';
import { reportFor } from '../reports/reports.table.ts';

/** What people say of a report; the first is chosen already, so that two clicks are enough. */
export const answers = {
  good: 'It has what I need',
  missing: 'Something is missing',
  wrong: 'Something is wrong',
  hard: 'It is hard to use',
};

export const feedbackForm = form({
  button: 'Send feedback',
  fields: {
    answer: select({ label: 'What do you think of it?', choices: answers, required: 'Choose what you think of it' }),
    words: textarea({ label: 'Anything else?', hint: 'Do not name people', max: 1000 }),
  },
});

/** Feedback on a report, for the team that designs the next version. */
@Controller('exports/:report/feedback')
@Needs('exports')
export class FeedbackPage {
  constructor(private readonly reading: Reading) {}

  @Get()
  @Render('usage/feedback')
  show(@Param('report') name: string, @SignedIn() user: SignedInUser) {
    const report = reportFor(user, name);
    return { title: `Feedback on: ${report.title}`, report, ...feedbackForm.beginningWith({ answer: 'good' }) };
  }

  @Post()
  async save(
    @Param('report') name: string,
    @Form(feedbackForm) { answer, words }: Answer<typeof feedbackForm>,
    @SignedIn() user: SignedInUser,
  ) {
    const report = reportFor(user, name);
    await this.reading.sql.all(
      'insert into feedback (by_email, by_name, report, answer, words) values ($1, $2, $3, $4, $5)',
      [user.email, user.name, report.name, answer, words || null],
    );
    return redirect(`/exports/${report.name}`).saying('Thank you. Your feedback was sent');
  }
}
