import type { IsoDate, Role } from '@academies/contracts';
import { type Sql, sqlOf } from '@academies/database';
import { queueMail } from '@academies/mail';
import type { EntityManager } from '@mikro-orm/postgresql';
import { choiceRequest } from '../choices/choice-file.ts';
import type { Often } from '../choices/often.table.ts';
import { chosenBy, visibleTo } from '../choices/saved-choices.ts';
import { changesBetween } from '../history/changes.sql.ts';
import { currentTables } from '../read-model/read-model.ts';
import { changedMail, type Counts, endedMail, type Subscription, whyEnded } from './subscription.rules.ts';

const columns = `
  s.choice, s.email, coalesce(c.name, s.name) as name, s.often, s.since::float8 as since,
  s.subscribed_at as "subscribedAt", s.settled_at as "settledAt", s.told_at as "toldAt"`;

const subscriptionSql = {
  of: `select ${columns} from subscription s left join saved_choice c on c.id = s.choice
        where s.email = $1 order by name, s.choice`,
  /** Who chose again how often goes on where they were; who begins is told of what comes from now on. */
  begin: `
    insert into subscription (choice, email, name, often, since, subscribed_at, settled_at)
    select id, $2, name, $3, coalesce((select position from read_model where current), 0), $4, $4
      from saved_choice where id = $1
    on conflict (choice, email) do update set often = excluded.often, settled_at = excluded.settled_at`,
  end: 'delete from subscription where choice = $1 and email = $2 returning choice',
  all: `
    select ${columns}, c.id is not null as "isThere", v.roles,
           (select address from choice_version where choice = c.id order by version desc limit 1) as address,
           c.id is not null and ${visibleTo('s.email', `coalesce(v.team, '')`)} as "isTheirs"
      from subscription s
      left join saved_choice c on c.id = s.choice
      left join visitor v on v.email = s.email
     order by s.choice, s.email`,
  /** Only who found it as it was settles it: a second process, or one that starts again, finds another. */
  settle: `
    update subscription set since = $3, settled_at = $4, told_at = case when $5 then $4 else told_at end
     where choice = $1 and email = $2 and since = $6 and settled_at = $7 returning choice`,
};

/** What somebody is told of. */
export const subscriptionsOf = (email: string, sql: Sql): Promise<Subscription[]> =>
  sql.all(subscriptionSql.of, [email]);

/** Tells somebody of changes from now on, or as often as they say from now on. */
export const subscribe = (choice: string, email: string, often: Often, now: Date, sql: Sql) =>
  sql.all(subscriptionSql.begin, [choice, email, often, now]);

export const unsubscribe = (choice: string, email: string, sql: Sql) => sql.all(subscriptionSql.end, [choice, email]);

/** A subscription as it stands when it is looked at. */
export type Standing = Subscription & {
  readonly isThere: boolean;
  readonly isTheirs: boolean;
  readonly roles: readonly Role[] | null;
  readonly address: string | null;
};
export const allSubscriptions = (sql: Sql): Promise<Standing[]> => sql.all(subscriptionSql.all);

/** The choice that somebody is told of, and why they are told of it no more. */
export function judged({ address, isThere, isTheirs, roles }: Standing) {
  const { choice, problems } = chosenBy({ address: address ?? '' });
  const ended = whyEnded({ isThere, isTheirs, roles: roles ?? [], isReadable: problems.length === 0 });
  return { ended, asked: { choice, problems, look: {} } };
}

/** How many rows have changed since a position, and up to which: both are of one statement, so of one moment. */
export async function countChanges(
  asked: ReturnType<typeof judged>['asked'],
  since: number,
  today: IsoDate,
  sql: Sql,
): Promise<{ position: number; counts: Counts }> {
  const model = await currentTables(sql);
  const lines = changesBetween(choiceRequest(asked, today), { since }, model);
  const [found] = await sql.all<{ position: number; counts: Counts }>(
    `select (select position::float8 from read_model where build = $1) as position,
            coalesce((select json_object_agg(change, rows) from (
              select change, count(distinct project_reference)::int as rows from (${lines}) as line group by change) as counted), '{}') as counts`,
    [model.build],
  );
  return found ?? { position: since, counts: {} };
}

/** Ends a subscription and says so, once. */
export const endAndSay = (em: EntityManager, ended: Subscription, reason: string, url: string): Promise<void> =>
  em.transactional(async (inside) => {
    const { length } = await unsubscribe(ended.choice, ended.email, sqlOf(inside));
    if (length > 0) await queueMail(inside, endedMail(ended, reason, url));
  });

/** Queues the e-mail with the mark of what was told: both, or neither. Answers whether there was anything to tell. */
export const settle = (
  em: EntityManager,
  told: Subscription,
  { position, counts }: { position: number; counts: Counts },
  { now, url }: { now: Date; url: string },
): Promise<boolean> =>
  em.transactional(async (inside) => {
    const mail = changedMail(told, counts, url);
    const { choice, email, since, settledAt } = told;
    const values = [choice, email, position, now, mail !== undefined, since, settledAt];
    const { length } = await sqlOf(inside).all(subscriptionSql.settle, values);
    if (length > 0 && mail) await queueMail(inside, mail);
    return length > 0 && mail !== undefined;
  });
