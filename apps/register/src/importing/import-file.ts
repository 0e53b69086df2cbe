import type { EntityManager } from '@mikro-orm/postgresql';
import type { OpenFile } from '../reading/open-file.ts';
import { eventsOf } from '../records/events.table.ts';
import { hashOf } from '../records/hash.ts';
import { knownHashes } from '../records/records.sql.ts';
import { takeAll, type Taken } from '../records/take-records.ts';
import { progressOf, type Tally, emptyTally } from './tally.ts';

/** Prints a line for a person. */
export type Say = (line: string) => void;

const chunk = 1000;
const progressEvery = 10_000;
const missingShown = 20;

/**
 * Takes what is new or changed in a file, chunk by chunk. Bad rows are said with their line, and so is what earlier
 * files had and this one lacks; nothing is deleted (domain/register.md).
 */
export async function importFile<State>(em: EntityManager, file: OpenFile<State>, say: Say): Promise<Tally> {
  const { name, words } = file.kind;
  const known = new Map(
    (await em.execute<{ key: string; hash: string }[]>(knownHashes, [name])).map(({ key, hash }) => [key, hash]),
  );
  const lines = new Map<string, number>();
  const mentioned = new Set<string>();
  const tally = emptyTally(name);
  let taken: Taken[] = [];

  const bad = (line: number, key: string | undefined, problems: readonly string[]): void => {
    tally.bad++;
    say(`${name}, line ${line}${key ? ` (${words.one} ${key})` : ''}: ${problems.join('; ')}`);
  };
  const take = (key: string, state: State): void => {
    const hash = hashOf(state);
    if (known.get(key) === hash) return void tally.unchanged++;
    tally[known.has(key) ? 'changed' : 'created']++;
    taken.push({ key, hash, state, event: eventsOf[name].changed(key, state) });
  };

  for await (const row of file.rows()) {
    if (++tally.read % progressEvery === 0) say(progressOf(tally));
    if ('none' in row) tally.left++;
    else if ('problems' in row) bad(row.line, row.key, row.problems);
    else if (lines.has(row.key)) bad(row.line, row.key, [`is also on line ${lines.get(row.key)}, and that one counts`]);
    else {
      lines.set(row.key, row.line);
      take(row.key, row.state);
    }
    if ('key' in row && row.key !== undefined) mentioned.add(row.key);
    if (taken.length >= chunk) {
      await takeAll(em, name, taken);
      taken = [];
    }
  }
  if (taken.length > 0) await takeAll(em, name, taken);

  const missing = [...known.keys()].filter((key) => !mentioned.has(key));
  tally.missing = missing.length;
  for (const key of missing.slice(0, missingShown))
    say(`${name}: ${words.one} ${key} is missing from this file and stays as it was`);
  if (missing.length > missingShown)
    say(`${name}: and ${missing.length - missingShown} more ${words.many} are missing`);
  return tally;
}
