import { sql } from '@academies/database';
import type { OpenFile, ReadRow } from '@academies/imports';
import type { EntityManager } from '@mikro-orm/postgresql';
import { eventsOf, type KindName } from '../records/events.table.ts';
import { hashesOf, keysAfter } from '../records/records.sql.ts';
import { takeAll, type Taken } from '../records/take-records.ts';
import type { Say } from './importing.ts';
import { sifter } from './sift-rows.ts';
import { emptyTally, progressOf, rowsRead, type Tally } from './tally.ts';

const progressEvery = 10_000;
const missingShown = 20;
/** Lines that are told; the rest is counted. */
const toldLines = 1000;

/**
 * Takes what is new or changed in a file, some rows at a time. Bad rows and unknown cells are said with their line, and so
 * is what earlier files had and this one lacks; nothing is deleted (docs/domain/register.md).
 */
export async function importFile<State>(em: EntityManager, file: OpenFile<State, KindName>, say: Say): Promise<Tally> {
  const { name, words } = file.kind;
  const tally = emptyTally(name);
  const { sift, mentions } = sifter<State>();
  const tell = teller(say, name);
  let writing: Promise<void> | undefined;

  for await (const rows of file.rows()) {
    const known = await hashes(em, name, rows);
    const taken: Taken[] = [];
    for (const row of rows) {
      const sifted = sift(row, known);
      tally.rows[sifted.fate]++;
      if (rowsRead(tally) % progressEvery === 0) say(progressOf(tally));
      const where = (key: string | undefined) => `line ${row.line}${key ? ` (${words.one} ${key})` : ''}`;
      if (sifted.fate === 'bad') tell(`${where(sifted.key)}: ${sifted.problems.join('; ')}`);
      else if ('told' in row && row.told.length > 0) {
        tally.unknown += row.told.length;
        tell(`${where(row.key)}: ${row.told.join('; ')}. The rest of the row is taken`);
      }
      if (!('state' in sifted)) continue;
      const { key, hash, state } = sifted;
      taken.push({ key, hash, state, event: eventsOf[name].changed(key, state) });
    }
    // The database writes them while the next rows are read.
    await writing;
    writing = taken.length > 0 ? takeAll(em, name, taken) : undefined;
    writing?.catch(() => {}); // told where it is awaited
  }
  await writing;
  tell.end();

  const gone = await missing(em, name, mentions);
  for (const key of gone.some) say(`${name}: ${words.one} ${key} is missing from this file and stays as it was`);
  if (gone.count > gone.some.length)
    say(`${name}: ${gone.count - gone.some.length} more ${words.many} are missing and stay as they were`);
  return { ...tally, missing: gone.count };
}

function teller(say: Say, name: string) {
  let count = 0;
  const tell = (what: string) => {
    if (++count <= toldLines) say(`${name}, ${what}`);
  };
  return Object.assign(tell, {
    end: () => count > toldLines && say(`${name}: ${count - toldLines} more lines like these are not shown`),
  });
}

async function hashes(
  em: EntityManager,
  name: string,
  rows: readonly ReadRow<unknown>[],
): Promise<Map<string, string>> {
  const keys = rows.flatMap((row) => ('state' in row ? [row.key] : []));
  const known = await sql<{ key: string; hash: string }>(em, hashesOf, [name, keys]);
  return new Map(known.map(({ key, hash }) => [key, hash]));
}

/** Known keys that the file does not have: how many, and the first of them. */
async function missing(em: EntityManager, name: string, mentions: (key: string) => boolean) {
  const some: string[] = [];
  let [count, last] = [0, ''];
  for (;;) {
    const keys = await sql<{ key: string }>(em, keysAfter, [name, last, progressEvery]);
    for (const { key } of keys) {
      if (mentions(key)) continue;
      if (++count <= missingShown) some.push(key);
    }
    if (keys.length < progressEvery) return { count, some };
    last = keys.at(-1)?.key as string;
  }
}
