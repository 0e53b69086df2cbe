import { NotFoundError, RefusedError } from '@academies/contracts';
import { ErasedTextsPage, textsAddress } from '@academies/erased-texts';
import { askForRecords, type Erasure, erasureOf, erasures } from '@academies/erasing';
import { type Answer, form, text, textarea } from '@academies/forms';
import { Clock, Form, Needs, page, redirect, settingsToken, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Inject, Module, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Projects } from '../project/projects.ts';
import { supportPlace } from '../project/support-area.ts';
import { answersTo, askErasure, confirmErasure, whyNotErased } from './ask-erasure.ts';
import { erasureInWords, stateInWords } from './erasure-in-words.ts';

const path = '/service-support/erase';
const linesOf = (typed: string | null) =>
  (typed ?? '').split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));

const askForm = form({
  fields: {
    names: textarea({
      label: 'Names',
      hint: 'One a line, in every spelling that you know, first and last name together',
      max: 1_000,
      rows: 3,
    }),
    emails: textarea({ label: 'E-mail addresses', hint: 'One a line', max: 1_000, rows: 3 }),
    phones: textarea({ label: 'Phone numbers', hint: 'One a line', max: 1_000, rows: 2 }),
    reference: text({
      label: 'Your reference',
      hint: 'The number of their request, so that you find it again. Not their name: this stays',
      required: 'Enter your reference',
      max: 60,
    }),
  },
  together: ({ names, emails, phones, reference }) => {
    const [all, addresses, numbers] = [names, emails, phones].map(linesOf) as [string[], string[], string[]];
    return {
      names: all.length + addresses.length === 0 ? 'Enter a name or an e-mail address' : undefined,
      emails: addresses.find((one) => !/^\S+@\S+\.\S+$/.test(one)) && 'Enter e-mail addresses, one a line',
      phones: numbers.find((one) => one.replace(/\D/g, '').length < 9) && 'Enter whole phone numbers, one a line',
      reference: all.some((name) => reference?.toLowerCase().includes(name.toLowerCase()))
        ? 'The reference stays: enter one without their name'
        : undefined,
    };
  },
  button: 'Look for this person',
});

const confirmForm = form({ fields: {}, button: 'Erase this person' });
const recordsForm = form({ fields: {}, button: 'Delete the older records' });

interface Settings {
  readonly ERASURE_KEY: string;
  readonly PREPARE_URL: string;
  readonly REPORTING_URL: string;
}

/** Erases a person on their request (docs/domain/reporting.md, "Erasing a person"). */
@Controller('service-support/erase')
@Needs('service-support')
export class ErasePages {
  constructor(
    private readonly projects: Projects,
    private readonly clock: Clock,
    @Inject(settingsToken) private readonly settings: Settings,
  ) {}

  @Get()
  async list(@SignedIn() user: SignedInUser) {
    const { em } = this.projects;
    const all = await erasures(em);
    const states = await Promise.all(all.map(async (one) => stateInWords(one, await answersTo(em, one.id))));
    return page('erasing/erasures', {
      area: supportPlace(path, user),
      erasures: all.map((one, index) => ({ ...one, state: states[index], href: `${path}/${one.id}` })),
    });
  }

  @Get('ask')
  ask() {
    return page('erasing/ask', askForm.empty());
  }

  @Post('ask')
  async look(@Form(askForm) { names, emails, phones, reference }: Answer<typeof askForm>) {
    const { ERASURE_KEY: key } = this.settings;
    const person = { names: linesOf(names), emails: linesOf(emails), phones: linesOf(phones) };
    const needed = await whyNotErased(this.projects.em, key, person);
    if (needed.length > 0)
      throw askForm.wrong({ '': `Somebody else takes this over first: ${needed.slice(0, 20).join('; ')}` });
    const at = this.clock.now().toISOString();
    const erasure = await askErasure(this.projects.em, key, { ...person, reference, at });
    return redirect(`${path}/${erasure}`).saying('Every service is looking for this person');
  }

  @Get(':erasure')
  async show(@Param('erasure', ParseUUIDPipe) id: string) {
    const erasure = await this.erasure(id);
    const { PREPARE_URL, REPORTING_URL } = this.settings;
    const texts = textsAddress(id);
    const looks = { complete: texts, prepare: `${PREPARE_URL}${texts}`, reporting: `${REPORTING_URL}${texts}` };
    return page('erasing/erasure', {
      erasure,
      ...erasureInWords(erasure, await answersTo(this.projects.em, id), looks),
      ...confirmForm.empty(),
    });
  }

  @Post(':erasure')
  async confirm(@Param('erasure', ParseUUIDPipe) id: string, @Form(confirmForm) _: object) {
    const erasure = await this.erasure(id);
    const at = this.clock.now().toISOString();
    if (!erasure.confirmedAt) await confirmErasure(this.projects.em, this.settings.ERASURE_KEY, erasure, at);
    return redirect(`${path}/${id}`).saying('Every service is erasing this person');
  }

  @Get(':erasure/records')
  async aboutRecords(@Param('erasure', ParseUUIDPipe) id: string) {
    return page('erasing/records', { erasure: await this.erased(id), ...recordsForm.empty() });
  }

  @Post(':erasure/records')
  async deleteRecords(@Param('erasure', ParseUUIDPipe) id: string, @Form(recordsForm) _: object) {
    const { recordsAskedAt } = await this.erased(id);
    if (!recordsAskedAt) await askForRecords(this.projects.em, id);
    return redirect(`${path}/${id}`).saying('The older records are being deleted');
  }

  /** Whose records may go: no service holds them any more. */
  private async erased(id: string): Promise<Erasure> {
    const erasure = await this.erasure(id);
    if (stateInWords(erasure, await answersTo(this.projects.em, id)).text !== 'Erased')
      throw new RefusedError('COMPLETE.NOT_ERASED_YET', 'Services still hold this person, so their records stay');
    return erasure;
  }

  private async erasure(id: string): Promise<Erasure> {
    const erasure = await erasureOf(this.projects.em, id);
    if (!erasure) throw new NotFoundError('COMPLETE.NO_ERASURE', 'Nobody was asked to be erased here');
    return erasure;
  }
}

/** Erasing a person, and the texts that name them. */
@Module({ controllers: [ErasePages, ErasedTextsPage] })
export class ErasingPagesModule {}
