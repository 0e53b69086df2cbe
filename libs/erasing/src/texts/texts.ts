import { ErasureTextCleared, newEvent, NotFoundError, type PersonHash } from '@academies/contracts';
import { escapeIdentifier, sql } from '@academies/database';
import { queueEvents } from '@academies/messaging';
import type { EntityManager } from '@mikro-orm/postgresql';
import { clearText, erasureOf } from '../database/erasures.ts';
import type { Place } from '../person/names-within.ts';
import { Erased } from '../person/person-hash.ts';
import { bytesWithout, jsonOrTextWithout } from '../reader/screen.ts';
import type { TextPlace } from '../run/walk-table.ts';

/** A free text that names an erased person, in parts: names, and what stands between them. */
export interface FoundText {
  readonly hash: string;
  /** Of which table it is an example; the same text may stand in others. */
  readonly table: string;
  readonly parts: readonly { readonly text: string; readonly isName: boolean }[];
}

const textSql = {
  waiting: `select hash, place from erasure_text where erasure = $1 and state = 'waiting' order by hash limit $2`,
  keep: `
    update erasure_text set state = 'kept' where erasure = $1 and hash = $2 and state = 'waiting' returning 1`,
  /** Nothing has to be walked over again, but how many wait is another number. */
  sayAgain: 'update erasure set done_at = null where id = $1',
};

/** The texts that wait for somebody to judge them here; each is read where it stands. */
export async function textsToJudge(em: EntityManager, key: string, erasure: string, limit = 50): Promise<FoundText[]> {
  const asked = await erasureOf(em, erasure);
  if (!asked) throw new NotFoundError('ERASING.NO_SUCH', 'There is no such erasure here');
  const erased = new Erased(key, asked.person);
  const waiting = await sql<{ hash: string; place: TextPlace }>(em, textSql.waiting, [erasure, limit]);
  const found: FoundText[] = [];
  for (const { hash, place } of waiting) {
    const text = await textAt(em, erased, hash, place);
    if (text) found.push({ hash, table: place.table, parts: text });
  }
  return found;
}

async function textAt(em: EntityManager, erased: Erased, hash: string, { table, column, key }: TextPlace) {
  const where = Object.keys(key).map((name, index) => `${escapeIdentifier(name)}::text = $${index + 1}`);
  const [name, from] = [column, table].map(escapeIdentifier);
  const [row] = await sql<{ value: unknown }>(
    em,
    `select ${name} as value from ${from} where ${where.join(' and ')}`,
    Object.values(key),
  );
  if (!row) return undefined;
  let parts: FoundText['parts'] | undefined;
  const onText = (text: string, places: readonly Place[]) => {
    if (erased.hashOfText(text) === hash) parts = inParts(text, places);
  };
  const { value } = row;
  if (value instanceof Buffer) bytesWithout(value, erased, onText);
  else jsonOrTextWithout(typeof value === 'string' ? value : JSON.stringify(value), erased, onText);
  return parts;
}

function inParts(text: string, places: readonly Place[]): FoundText['parts'] {
  const parts: { text: string; isName: boolean }[] = [];
  let at = 0;
  for (const { from, to } of places) {
    parts.push({ text: text.slice(at, from), isName: false }, { text: text.slice(from, to), isName: true });
    at = to;
  }
  return [...parts, { text: text.slice(at), isName: false }].filter((part) => part.text !== '');
}

/** Takes the names out of a text, wherever it stands, here and in the other services. */
export async function takeNamesOut(em: EntityManager, erasure: string, hash: string): Promise<void> {
  const text: PersonHash = { of: 'text', hash, words: 1 };
  await clearText(em, erasure, text);
  const about = `${erasure} ${hash}`;
  const value = { erasure, text, at: new Date().toISOString() };
  await queueEvents(em, newEvent(ErasureTextCleared, { key: about, subject: about, value }));
}

/** It is somebody else's name: the text stays as it is, here. */
export async function leaveText(em: EntityManager, erasure: string, hash: string): Promise<void> {
  if ((await sql(em, textSql.keep, [erasure, hash])).length > 0) await sql(em, textSql.sayAgain, [erasure]);
}
