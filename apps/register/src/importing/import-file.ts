import type { EntityManager } from '@mikro-orm/postgresql';
import type { OpenFile } from '../reading/open-file.ts';
import { eventsOf } from '../records/events.table.ts';
import { knownHashes } from '../records/records.sql.ts';
import { takeAll, type Taken } from '../records/take-records.ts';
import type { Say } from './importing.ts';
import { sifter } from './sift-rows.ts';
import { emptyTally, progressOf, rowsRead, type Tally } from './tally.ts';

const chunk = 1000;
const progressEvery = 10_000;
const missingShown = 20;

/**
 * Takes what is new or changed in a file, chunk by chunk. Bad rows are said with their line, and so is what earlier
 * files had and this one lacks; nothing is deleted (domain/register.md).
 */
export async function importFile<State>(em: EntityManager, file: OpenFile<State>, say: Say): Promise<Tally> {
  const { name, words } = file.kind;
  const tally = emptyTally(name);
  const { sift, missing } = sifter<State>(await hashes(em, name));
  let taken: Taken[] = [];

  for await (const row of file.rows()) {
    const sifted = sift(row);
    tally.rows[sifted.fate]++;
    if (rowsRead(tally) % progressEvery === 0) say(progressOf(tally));
    if (sifted.fate === 'bad') {
      say(
        `${name}, line ${row.line}${sifted.key ? ` (${words.one} ${sifted.key})` : ''}: ${sifted.problems.join('; ')}`,
      );
    }
    if (!('state' in sifted)) continue;
    const { key, hash, state } = sifted;
    taken.push({ key, hash, state, event: eventsOf[name].changed(key, state) });
    if (taken.length < chunk) continue;
    await takeAll(em, name, taken);
    taken = [];
  }
  if (taken.length > 0) await takeAll(em, name, taken);

  const gone = missing();
  for (const key of gone.slice(0, missingShown))
    say(`${name}: ${words.one} ${key} is missing from this file and stays as it was`);
  if (gone.length > missingShown)
    say(`${name}: ${gone.length - missingShown} more ${words.many} are missing and stay as they were`);
  return { ...tally, missing: gone.length };
}

async function hashes(em: EntityManager, name: string): Promise<Map<string, string>> {
  const known = await em.execute<{ key: string; hash: string }[]>(knownHashes, [name]);
  return new Map(known.map(({ key, hash }) => [key, hash]));
}
