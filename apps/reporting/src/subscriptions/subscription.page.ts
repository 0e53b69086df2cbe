import { type Answer, form, radios } from '@academies/forms';
import {
  Clock,
  Form,
  Needs,
  page,
  type Page,
  redirect,
  type Redirect,
  SignedIn,
  type SignedInUser,
} from '@academies/web';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { often } from '../choices/often.table.ts';
import { SavedChoices } from '../choices/saved-choices.ts';
import { Reading } from '../database/reading.ts';
import { subscribe, subscriptionsOf, unsubscribe } from './subscriptions.ts';

const oftenForm = form({
  button: 'Save',
  fields: {
    often: radios({
      label: 'When do you want an e-mail?',
      hint: 'You get it only when something has changed. It says how many rows, with a link to them, and has no data in it.',
      choices: {
        hourly: { text: 'When changes appear', hint: 'Once an hour at most' },
        daily: { text: 'Daily', hint: 'At seven in the morning' },
        monthly: { text: 'Monthly', hint: 'On the first at seven in the morning' },
        never: 'Never',
      },
      required: 'Select when you want an e-mail',
    }),
  },
});

/** E-mails about changes in a saved choice: how often, or none (docs/domain/reporting.md, "Told, not asked"). */
@Controller('exports/choices/:choice/e-mails')
@Needs('exports')
export class SubscriptionPage {
  constructor(
    private readonly saved: SavedChoices,
    private readonly reading: Reading,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('choice') id: string, @SignedIn() user: SignedInUser): Promise<Page> {
    const { name, often: now } = await this.saved.find(user, id);
    const shown = { title: 'E-mails about changes', name, back: `/exports/choices/${id}` };
    return page('choices/edit', { ...shown, ...oftenForm.filledWith({ often: now ?? 'never' }) });
  }

  @Post()
  async save(
    @Param('choice') id: string,
    @Form(oftenForm) answer: Answer<typeof oftenForm>,
    @SignedIn() user: SignedInUser,
  ): Promise<Redirect> {
    await this.saved.find(user, id);
    const { sql } = this.reading;
    if (answer.often === 'never') await unsubscribe(id, user.email, sql);
    else await subscribe(id, user.email, answer.often, this.clock.now(), sql);
    const said =
      answer.often === 'never' ? 'You get no e-mails about this choice' : `You get e-mails ${often[answer.often]}`;
    return redirect(`/exports/choices/${id}`).saying(said);
  }
}

/** Everything that somebody gets e-mails about. */
@Controller('exports/subscriptions')
@Needs('exports')
export class SubscriptionsPage {
  constructor(private readonly reading: Reading) {}

  @Get()
  async list(@SignedIn() user: SignedInUser): Promise<Page> {
    const subscriptions = (await subscriptionsOf(user.email, this.reading.sql)).map((each) => ({
      ...each,
      often: often[each.often],
    }));
    return page('subscriptions/list', { title: 'Your e-mails about changes', subscriptions });
  }
}
