import { sql } from '@academies/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import type { MailFacts } from '../templates/mail-template.ts';

/** An e-mail to one person. */
export interface Mail {
  /** What happened, and to whom it is told: of the same key there is one e-mail, however often it is queued. */
  readonly key: string;
  readonly template: string;
  readonly to: string;
  readonly facts: MailFacts;
}

const queueSql = `
  with queued as (
    insert into mail (id, key, template, recipient, facts)
    select id, key, template, recipient, facts
      from json_to_recordset($1::json) as news (id uuid, key text, template text, recipient text, facts jsonb)
     order by key collate "C"
    on conflict (key) do nothing
    returning 1
  )
  select pg_notify('mail', '') from queued limit 1`;

/** Queues e-mails in the transaction of `em`: with the change that they tell of, or not at all. */
export async function queueMail(em: EntityManager, ...mails: readonly Mail[]): Promise<void> {
  if (mails.length === 0) return;
  const rows = mails.map(({ to, ...mail }) => ({ ...mail, id: v7(), recipient: to }));
  await sql(em, queueSql, [JSON.stringify(rows)]);
}
