import { sql } from '@academies/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import { filledIn, type MailFacts, type MailTemplates } from '../templates/mail-template.ts';

/** An e-mail that could not be sent and is not tried again unless somebody asks. */
export interface UnsentMail {
  readonly id: string;
  readonly template: string;
  readonly to: string;
  readonly facts: MailFacts;
  readonly queuedAt: Date;
  readonly tries: number;
  readonly failure: string;
}

/** How the e-mails of a service are doing. */
export interface MailState {
  /** Queued, and tried again where a try failed. */
  readonly waiting: number;
  /** Age of the oldest of these, in seconds. */
  readonly oldest: number;
  /** Given up until somebody asks for another try. */
  readonly notSent: number;
}

const notSent = 'due_at is null and sent_at is null';

const stateSql = `
  select count(due_at)::int as waiting, (count(*) - count(due_at))::int as "notSent",
         coalesce(extract(epoch from clock_timestamp() - min(queued_at) filter (where due_at is not null)), 0)::float as oldest
    from mail where sent_at is null`;

export async function mailStateOf(em: EntityManager): Promise<MailState> {
  const [state] = await sql<MailState>(em, stateSql);
  return state as MailState;
}

/** What could not be sent, oldest first. */
export const unsentMails = (em: EntityManager, { limit, offset = 0 }: { limit: number; offset?: number }) =>
  sql<UnsentMail>(
    em,
    `select id, template, recipient as to, facts, queued_at as "queuedAt", tries, failure
       from mail where ${notSent} order by queued_at, id limit $1 offset $2`,
    [limit, offset],
  );

/** Those to an address, or with an id, and the place of each among all that could not be sent, from 1. */
export const findUnsentMails = (em: EntityManager, { to, id }: { to: string | null; id: string | null }) =>
  sql<UnsentMail & { place: number }>(
    em,
    `select * from (
       select id, template, recipient as to, facts, queued_at as "queuedAt", tries, failure,
              (row_number() over (order by queued_at, id))::int as place
         from mail where ${notSent}) as unsent
      where lower("to") = lower($1) or id = $2 order by place limit 50`,
    [to, id],
  );

/** Tries one of them again, or all, for another day; answers how many. */
export async function sendAgain(em: EntityManager, id?: string): Promise<number> {
  const tried = await sql(
    em,
    `with again as (
       update mail set due_at = clock_timestamp(), trying_since = clock_timestamp(), tries = 0
        where ${notSent} and ($1::uuid is null or id = $1) returning 1
     )
     select pg_notify('mail', '') from again`,
    [id ?? null],
  );
  return tried.length;
}

/** What an e-mail is called; by its template, where this release has none of that name. */
export function subjectIn(
  templates: MailTemplates,
  { template, facts }: { template: string; facts: MailFacts },
): string {
  const said = Object.hasOwn(templates, template) ? templates[template] : undefined;
  return said ? filledIn(said, facts).subject : template;
}

/** What somebody is told who has asked for another try. */
export const triedAgain = (count: number): string =>
  count === 0
    ? 'No e-mail waits to be sent again'
    : count === 1
      ? '1 e-mail is being sent again'
      : `${count} e-mails are being sent again`;

/** Takes back what waits for somebody who is to get no more e-mails. */
export const withdrawMail = (em: EntityManager, to: string) =>
  sql(em, 'delete from mail where lower(recipient) = lower($1) and sent_at is null', [to]);
