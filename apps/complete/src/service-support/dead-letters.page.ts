import { NotFoundError } from '@academies/contracts';
import { deadLetters } from '@academies/messaging';
import { type Answer, form, radios, textarea } from '@academies/forms';
import { Form, Needs, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Post, Render } from '@nestjs/common';
import { lettersInWords } from './letters-in-words.ts';
import { Projects } from '../project/projects.ts';
import { supportPlace } from '../project/support-area.ts';

/** What service support does with the parked events of a project. */
export const deadLetterForm = form({
  fields: {
    action: radios({
      label: 'What should happen?',
      choices: {
        replay: { text: 'Try again', hint: 'All parked events of this project, in their order' },
        discard: { text: 'Give up the first event', hint: 'The events behind it then take effect' },
      },
      required: 'Select what should happen',
    }),
    note: textarea({ label: 'Reason', hint: 'Needed to give an event up. Delivery officers read it in Prepare' }),
  },
  together: ({ action, note }) => ({ note: action === 'discard' && !note ? 'Enter the reason' : undefined }),
  button: 'Continue',
});

/** Events that could not be handled and wait for service support (docs/architecture.md, "Outbox, inbox, dead letters"). */
@Controller('service-support/dead-letters')
@Needs('service-support')
export class DeadLettersPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('service-support/dead-letters')
  async list(@SignedIn() user: SignedInUser) {
    return {
      area: supportPlace('/service-support/dead-letters', user),
      letters: await lettersInWords(this.projects.em, await this.letters().list(200)),
    };
  }

  @Get(':key')
  @Render('service-support/dead-letter')
  async show(@Param('key') key: string) {
    const letters = await lettersInWords(this.projects.em, await this.ofKey(key));
    const [{ project, schools } = { project: null, schools: [] }] = letters;
    const name = schools.join(' and ') || (project ? `project ${project}` : key);
    return { name, letters, ...deadLetterForm.empty() };
  }

  @Post(':key')
  async settle(
    @Param('key') key: string,
    @Form(deadLetterForm) { action, note }: Answer<typeof deadLetterForm>,
    @SignedIn() { email }: SignedInUser,
  ) {
    await this.ofKey(key);
    if (action === 'replay') await this.letters().replay(key, email);
    else await this.letters().discard(key, note ?? '', email);
    return redirect('/service-support/dead-letters').saying(
      action === 'replay' ? 'The events are being tried again' : 'The event is being given up',
    );
  }

  private letters() {
    return deadLetters(this.projects.em);
  }

  /** The parked events of a key, or of one message without a key (`#17`). */
  private async ofKey(key: string) {
    const letters = (await this.letters().list(1_000)).filter((one) => (one.key ?? `#${one.id}`) === key);
    if (letters.length === 0) throw new NotFoundError('COMPLETE.NO_DEAD_LETTER', 'No event of this project is parked');
    return letters;
  }
}
