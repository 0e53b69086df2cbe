import type { PersonHash } from '@academies/contracts';
import { sql } from '@academies/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Erased } from '../person/person-hash.ts';

/** An erasure as a service has it. */
export interface Erasure {
  readonly id: string;
  /** What service support calls it; in Complete alone. */
  readonly reference: string;
  readonly person: readonly PersonHash[];
  readonly soughtAt: Date;
  readonly confirmedAt: Date | null;
  readonly lookedAt: Date | null;
  readonly walkedAt: Date | null;
  readonly doneAt: Date | null;
  /** When it was asked to delete older records of topics, and when they were gone; in Complete alone. */
  readonly recordsAskedAt: Date | null;
  readonly recordsGoneAt: Date | null;
}

const erasureSql = {
  all: `
    select id, reference, person, sought_at as "soughtAt", confirmed_at as "confirmedAt",
           looked_at as "lookedAt", walked_at as "walkedAt", done_at as "doneAt",
           records_asked_at as "recordsAskedAt", records_gone_at as "recordsGoneAt"
      from erasure`,
  seek: `
    insert into erasure (id, person, sought_at, reference) values ($1, $2::json, $3, $4) on conflict do nothing`,
  /** Batches in hand end first; those that begin later see what is written here (docs/adr/009-erasing-a-person.md). */
  afterBatches: 'lock table consumer_position in exclusive mode',
  confirm: `update erasure set confirmed_at = $2 where id = $1 and confirmed_at is null returning 1`,
  know: `
    insert into erased (erasure, "of", hash, words)
    select $1, "of", hash, words from json_to_recordset($2::json) as person ("of" text, hash text, words int)
    on conflict do nothing returning 1`,
  again: 'update erasure set walked_at = null, done_at = null where id = $1',
  cleared: `update erasure_text set state = 'cleared' where erasure = $1 and hash = $2`,
  known: 'select "of", hash, words from erased order by id',
};

/** All erasures, the newest first. */
export const erasures = (em: EntityManager): Promise<Erasure[]> =>
  sql<Erasure>(em, `${erasureSql.all} order by sought_at desc, id`);

export const erasureOf = async (em: EntityManager, id: string): Promise<Erasure | undefined> =>
  (await sql<Erasure>(em, `${erasureSql.all} where id = $1`, [id]))[0];

interface Asked {
  readonly erasure: string;
  readonly person: readonly PersonHash[];
  readonly at: string;
}

/** Takes note that somebody is looked for. */
export const seek = (em: EntityManager, { erasure, person, at }: Asked, reference = ''): Promise<unknown> =>
  sql(em, erasureSql.seek, [erasure, JSON.stringify(person), at, reference]);

/** From the commit of `em` on nothing of them is taken any more; what is there already goes by the eraser. */
export async function confirm(em: EntityManager, asked: Asked): Promise<void> {
  await seek(em, asked);
  await sql(em, erasureSql.afterBatches);
  const isNew = (await sql(em, erasureSql.confirm, [asked.erasure, asked.at])).length > 0;
  if (isNew) await sql(em, erasureSql.know, [asked.erasure, JSON.stringify(asked.person)]);
}

/** The same for a text that is to lose their names; everything is looked through once more. */
export async function clearText(em: EntityManager, erasure: string, text: PersonHash): Promise<void> {
  await sql(em, erasureSql.afterBatches);
  await sql(em, erasureSql.cleared, [erasure, text.hash]);
  const isNew = (await sql(em, erasureSql.know, [erasure, JSON.stringify([text])])).length > 0;
  if (isNew) await sql(em, erasureSql.again, [erasure]);
}

/** Asks that older records of topics be deleted, now that no database names them. */
export const askForRecords = (em: EntityManager, id: string): Promise<unknown> =>
  sql(em, 'update erasure set records_asked_at = clock_timestamp() where id = $1 and records_asked_at is null', [id]);

/** Everybody who was erased, and every text that was cleared. */
export const erasedIn = async (em: EntityManager, key: string): Promise<Erased> =>
  new Erased(key, await sql<PersonHash>(em, erasureSql.known));
