import { NotFoundError } from '@academies/contracts';
import type { SignedInUser } from '@academies/web';
import { Injectable } from '@nestjs/common';
import { Reading } from '../database/reading.ts';
import { addressOf, type Choice, readChoice } from './choice.ts';
import type { Often } from './often.table.ts';

/** The condition that somebody is the owner of a choice `c`, or one with whom it was shared, by e-mail address or by team. */
export const visibleTo = (email: string, team: string): string =>
  `(c.owner = ${email} or exists (select from choice_share where choice = c.id and with_whom in (${email}, ${team})))`;
const seen = visibleTo('$1', '$2');

const choiceSql = {
  add: `
    with made as (insert into saved_choice (owner, name) values ($1, $2) returning id)
    insert into choice_version (choice, version, address) select id, 1, $3 from made returning choice as id`,
  /** The same once more makes no version. The line of the choice is held, so that versions are numbered one by one. */
  addVersion: `
    with held as (update saved_choice set name = $3 where id = $2 and owner = $1 returning id),
    newest as (select choice, version, address from choice_version join held on choice = id order by version desc limit 1),
    added as (insert into choice_version (choice, version, address)
              select choice, version + 1, $4 from newest where address <> $4),
    renamed as (update subscription set name = $3 from held where choice = id)
    select id from held`,
  list: `
    select c.id, c.name, c.owner, max(v.version) as version, max(v.made_at) as "madeAt"
      from saved_choice c join choice_version v on v.choice = c.id
     where ${seen} group by c.id order by c.name, c.id`,
  find: `
    select c.id, c.name, c.owner, v.version, v.address, v.made_at as "madeAt",
           (select max(version) from choice_version where choice = c.id) as newest,
           array(select with_whom from choice_share where choice = c.id order by with_whom) as "sharedWith",
           (select often from subscription where choice = c.id and email = $1) as often
      from saved_choice c join choice_version v on v.choice = c.id
     where c.id = $3 and ($4::int is null or v.version = $4) and ${seen}
     order by v.version desc limit 1`,
  share: `
    with held as (select id from saved_choice where id = $2 and owner = $1 for update),
    gone as (delete from choice_share using held where choice = id and not with_whom = any ($3))
    insert into choice_share (choice, with_whom) select id, whom from held, unnest($3::text[]) as whom
    on conflict do nothing`,
  /** Who removes it need not be told so; others are (subscriptions/). */
  remove: `
    with gone as (delete from saved_choice where owner = $1 and id = $2 returning id)
    delete from subscription using gone where choice = id and email = $1`,
};

/** A saved choice, without what it chooses. */
export interface ListedChoice {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly version: number;
  readonly madeAt: Date;
}

/** One version of a saved choice. */
export interface SavedChoice extends ListedChoice {
  /** What it chooses, as an address says it. */
  readonly address: string;
  readonly newest: number;
  /** E-mail addresses of people, and names of teams. */
  readonly sharedWith: readonly string[];
  /** How often whoever asks is told of its changes. */
  readonly often: Often | null;
}

type User = Pick<SignedInUser, 'email' | 'team'>;
/** No number that could be one: PostgreSQL would refuse it as a number. */
const isNumber = (text: string): boolean => /^[1-9]\d{0,8}$/.test(text);

/** Choices under a name, in the order of their versions. */
@Injectable()
export class SavedChoices {
  constructor(private readonly reading: Reading) {}

  /** Answers with its number, which its address has. */
  async add({ email }: User, name: string, choice: Choice): Promise<string> {
    const [made] = await this.reading.sql.all<{ id: string }>(choiceSql.add, [email, name, addressOf(choice)]);
    return String(made?.id);
  }

  /** A new version of one's own choice; the address of the one before stays what it was. */
  async addVersion({ email }: User, id: string, name: string, choice: Choice): Promise<void> {
    const values = [email, id, name, addressOf(choice)];
    if ((await this.reading.sql.all(choiceSql.addVersion, values)).length === 0) throw noSuchChoice();
  }

  async list({ email, team }: User): Promise<ListedChoice[]> {
    return this.reading.sql.all<ListedChoice>(choiceSql.list, [email, team ?? '']);
  }

  /** The version, or the newest; a choice that nobody shared with this person is not there. */
  async find({ email, team }: User, id: string, version?: string): Promise<SavedChoice> {
    if (!isNumber(id) || (version !== undefined && !isNumber(version))) throw noSuchChoice();
    const [found] = await this.reading.sql.all<SavedChoice>(choiceSql.find, [email, team ?? '', id, version ?? null]);
    if (!found) throw noSuchChoice();
    return found;
  }

  async share({ email }: User, id: string, withWhom: readonly string[]): Promise<void> {
    await this.reading.sql.all(choiceSql.share, [email, id, withWhom]);
  }

  async remove({ email }: User, id: string): Promise<void> {
    await this.reading.sql.all(choiceSql.remove, [email, id]);
  }
}

const noSuchChoice = () =>
  new NotFoundError('REPORTING.NO_SUCH_CHOICE', 'There is no such choice, or nobody has shared it with you.');

/** What a saved version chooses today: columns and filters that are gone since then are told. */
export function chosenBy({ address }: Pick<SavedChoice, 'address'>) {
  const said = new URLSearchParams(address);
  return readChoice(Object.fromEntries([...said].map(([name, value]) => [name, [value]])));
}
