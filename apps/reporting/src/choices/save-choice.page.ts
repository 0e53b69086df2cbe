import { type Answer, form, radios, text } from '@academies/forms';
import {
  Clock,
  Form,
  Needs,
  page,
  type Page,
  type Redirect,
  redirect,
  SignedIn,
  type SignedInUser,
} from '@academies/web';
import { Controller, Get, Post, Query } from '@nestjs/common';
import { InvalidError } from '@academies/contracts';
import { type Choice, type Query as Asked, readChoice, said } from './choice.ts';
import { inWords, linksOf } from './choice-form.ts';
import { SavedChoices } from './saved-choices.ts';

export const saveForm = form({
  fields: {
    name: text({ label: 'Name', hint: 'For you and those with whom you share it', required: 'Enter a name', max: 100 }),
    as: radios({
      label: 'Save it as',
      choices: { version: 'A new version of the choice that you changed', new: 'A choice of its own' },
    }),
  },
  button: 'Save',
});

/** Keeps a choice under a name, or as a new version of one's own. */
@Controller('exports/own/save')
@Needs('exports')
export class SaveChoicePage {
  constructor(
    private readonly saved: SavedChoices,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Query() query: Asked, @SignedIn() user: SignedInUser): Promise<Page> {
    const { choice, changed } = await this.asked(query, user);
    const { form: filled } = saveForm.beginningWith(changed ? { name: changed.name, as: 'version' } : {});
    // Only one's own choice takes a version; else there is nothing to ask.
    const fields = changed ? filled.fields : filled.fields.filter(({ name }) => name !== 'as');
    return page('choices/save', {
      title: 'Save this choice',
      form: Object.assign(filled, { fields }),
      words: inWords(choice, this.clock.today()),
      links: linksOf(choice, changed?.id),
    });
  }

  @Post()
  async save(
    @Query() query: Asked,
    @Form(saveForm) { name, as }: Answer<typeof saveForm>,
    @SignedIn() user: SignedInUser,
  ): Promise<Redirect> {
    const { choice, changed } = await this.asked(query, user);
    if (changed && as === 'version') await this.saved.addVersion(user, changed.id, name, choice);
    const id = changed && as === 'version' ? changed.id : await this.saved.add(user, name, choice);
    return redirect(`/exports/choices/${id}`).saying('Choice saved');
  }

  /** The choice of the address, and the saved one that it was changed from, where that is one's own. */
  private async asked(
    query: Asked,
    user: SignedInUser,
  ): Promise<{ choice: Choice; changed: { id: string; name: string } | undefined }> {
    const { choice, problems } = readChoice(query, ['saved']);
    if (problems.length > 0)
      throw new InvalidError('REPORTING.WRONG_CHOICE', problems.map(({ message }) => message).join('. '));
    const [id] = said(query, 'saved');
    const changed = id === undefined ? undefined : await this.saved.find(user, id);
    return { choice, changed: changed?.owner === user.email ? changed : undefined };
  }
}
