import { PersonRow } from '@academies/complete';
import { type Answer, form, yesOrNo } from '@academies/forms';
import { Form, Needs, page, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller, Get, Post } from '@nestjs/common';

const title = 'Your weekly e-mail';
const reminderForm = form({
  fields: {
    weekly: yesOrNo({
      label: 'Do you want an e-mail each Monday that says what is due on your projects?',
      hint: 'You get it only when something is due.',
      required: 'Select whether you want the weekly e-mail',
    }),
  },
  button: 'Save',
});

/** Each person chooses whether they are reminded each week (docs/domain/complete-pages.md, "E-mails"). */
@Controller('projects/yours/weekly-e-mail')
@Needs('manage-project')
export class WeeklyEMailPage {
  constructor(private readonly orm: MikroORM) {}

  @Get()
  async show(@SignedIn() user: SignedInUser) {
    const person = await this.orm.em.fork().findOne(PersonRow, { email: user.email.toLowerCase() });
    return page('lists/to-do/weekly-e-mail', {
      title,
      cancel: '/projects/yours',
      ...reminderForm.filledWith({ weekly: person?.weeklyReminder ?? true }),
    });
  }

  @Post()
  async save(
    @Form(reminderForm) { weekly: weeklyReminder }: Answer<typeof reminderForm>,
    @SignedIn() user: SignedInUser,
  ) {
    await this.orm.em.fork().nativeUpdate(PersonRow, { email: user.email.toLowerCase() }, { weeklyReminder });
    return redirect('/projects/yours').saying(
      weeklyReminder ? 'Weekly e-mail switched on' : 'Weekly e-mail switched off',
    );
  }
}
