import { ForbiddenError, teams } from '@academies/contracts';
import { type Answer, checkboxes, form, textarea } from '@academies/forms';
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
import { Controller, Get, Param, Post } from '@nestjs/common';
import { Reading } from '../database/reading.ts';
import { Preview } from '../preview/preview.ts';
import { FreshnessCheck } from '../freshness/freshness.ts';
import { narrowModel } from '../read-model/read-model.ts';
import { type Choice, columnsOf, narrowingOf } from './choice.ts';
import { asErrors, inWords, linksOf, typesOf } from './choice-form.ts';
import { often } from './often.table.ts';
import { chosenBy, SavedChoices } from './saved-choices.ts';
import { namesInChoice } from './typed-names.ts';

const isEMail = /^[^\s,;@]{1,100}@[^\s,;@]{1,100}$/;
/** E-mail addresses, however they were parted. */
const addressesIn = (typed: string | null): string[] =>
  (typed ?? '')
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean);

const shareForm = form({
  fields: {
    people: textarea({ label: 'Colleagues', hint: 'E-mail addresses, each on a line of its own', rows: 4 }),
    teams: checkboxes({ label: 'Teams', choices: teams.table }),
  },
  button: 'Share',
  together: ({ people }) => {
    const wrong = addressesIn(people).filter((address) => !isEMail.test(address));
    return wrong.length > 0 ? { people: `${wrong.slice(0, 5).join(', ')} is no e-mail address` } : {};
  },
});
const removeForm = form({ fields: {}, button: 'Remove this choice' });

/** Choices under a name: one's own, and those that others shared. */
@Controller('exports/choices')
@Needs('exports')
export class SavedChoicePages {
  constructor(
    private readonly saved: SavedChoices,
    private readonly preview: Preview,
    private readonly freshnessCheck: FreshnessCheck,
    private readonly reading: Reading,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(@SignedIn() user: SignedInUser): Promise<Page> {
    const all = await this.saved.list(user);
    const [own, shared] = [true, false].map((isOwn) => all.filter(({ owner }) => (owner === user.email) === isOwn));
    return page('choices/list', { title: 'Saved choices', own, shared });
  }

  @Get(':choice')
  newest(@Param('choice') id: string, @SignedIn() user: SignedInUser): Promise<Page> {
    return this.show(user, id);
  }

  @Get(':choice/versions/:version')
  version(@Param('choice') id: string, @Param('version') version: string, @SignedIn() user: SignedInUser) {
    return this.show(user, id, version);
  }

  @Get(':choice/share')
  async toShare(@Param('choice') id: string, @SignedIn() user: SignedInUser): Promise<Page> {
    const { name, sharedWith } = await this.own(user, id);
    const people = sharedWith.filter((whom) => whom.includes('@')).join('\n');
    const inTeams = teams.names.filter((team) => sharedWith.includes(team));
    const shown = { title: 'Share this choice', name, back: `/exports/choices/${id}` };
    return page('choices/edit', { ...shown, ...shareForm.filledWith({ people, teams: inTeams }), sentence: shared });
  }

  @Post(':choice/share')
  async share(
    @Param('choice') id: string,
    @Form(shareForm) answer: Answer<typeof shareForm>,
    @SignedIn() user: SignedInUser,
  ): Promise<Redirect> {
    await this.own(user, id);
    await this.saved.share(user, id, [...new Set([...addressesIn(answer.people), ...answer.teams])]);
    return redirect(`/exports/choices/${id}`).saying('Sharing saved');
  }

  @Get(':choice/remove')
  async toRemove(@Param('choice') id: string, @SignedIn() user: SignedInUser): Promise<Page> {
    const { name } = await this.own(user, id);
    const shown = { title: 'Remove this choice', name, back: `/exports/choices/${id}`, warning: true };
    return page('choices/edit', { ...shown, ...removeForm.empty(), sentence: removed });
  }

  @Post(':choice/remove')
  async remove(
    @Param('choice') id: string,
    @Form(removeForm) _: object,
    @SignedIn() user: SignedInUser,
  ): Promise<Redirect> {
    await this.own(user, id);
    await this.saved.remove(user, id);
    return redirect('/exports/choices').saying('Choice removed');
  }

  /** One's own choice, to be changed: what others shared stays theirs. */
  private async own(user: SignedInUser, id: string) {
    const found = await this.saved.find(user, id);
    if (found.owner !== user.email)
      throw new ForbiddenError('REPORTING.NOT_YOUR_CHOICE', `Only ${found.owner} can change this choice.`);
    return found;
  }

  private async names(choice: Choice) {
    const { sql } = this.reading;
    return namesInChoice(choice, await narrowModel(sql), sql);
  }

  private async show(user: SignedInUser, id: string, version?: string): Promise<Page> {
    const saved = await this.saved.find(user, id, version);
    const { choice, problems } = chosenBy(saved);
    const today = this.clock.today();
    const file = `/exports/choices/${saved.id}${version ? `/versions/${version}` : ''}.csv`;
    const shown = {
      title: saved.name,
      wide: true,
      saved,
      isOwn: saved.owner === user.email,
      isNewest: saved.version === saved.newest,
      sharedWith: saved.sharedWith.map((whom) =>
        whom.includes('@') ? whom : (teams.table[whom as keyof typeof teams.table] ?? whom),
      ),
      older: Array.from({ length: saved.newest }, (_, index) => saved.newest - index).filter(
        (one) => one !== saved.version,
      ),
      freshness: await this.freshnessCheck.now(),
      often: saved.often && often[saved.often],
      words: inWords(choice, today, await this.names(choice)),
      links: {
        ...linksOf(choice, saved.id),
        file,
        types: typesOf(file),
      },
      ...(problems.length > 0 ? { errors: asErrors(problems) } : {}),
      preview: await this.preview.of(narrowingOf(choice, today), columnsOf(choice)),
    };
    return page('choices/saved', shown);
  }
}

const shared =
  'They find it under “Saved choices” and can take its file, when their role allows them to download files. Only you can change it.';
const removed = 'Those with whom you shared it lose it too, and programs that download it get an error.';
