import type { ReadRow } from '@academies/imports';
import { hashOf } from '../records/hash.ts';
import { SeenKeys } from './seen-keys.ts';

/** What becomes of a row: taken as new or changed, or passed over, or told as bad. */
export type Sifted<State> =
  | { fate: 'created' | 'changed'; key: string; state: State; hash: string }
  | { fate: 'unchanged' }
  | { fate: 'left' }
  | { fate: 'bad'; key: string | undefined; problems: readonly string[] };

/** Sifts the rows of one file against the hashes of the states that are known. Of two rows with one key the first counts. */
export function sifter<State>() {
  const seen = new SeenKeys();

  const sift = (row: { line: number } & ReadRow<State>, known: ReadonlyMap<string, string>): Sifted<State> => {
    if ('none' in row) return { fate: 'left' };
    if ('problems' in row) {
      if (row.key !== undefined) seen.mention(row.key);
      return { fate: 'bad', key: row.key, problems: row.problems };
    }
    const { key, state } = row;
    const earlier = seen.lineOf(key);
    if (earlier) return { fate: 'bad', key, problems: [`is also on line ${earlier}, and that one counts`] };
    seen.set(key, row.line);
    const hash = hashOf(state);
    const before = known.get(key);
    if (before === hash) return { fate: 'unchanged' };
    return { fate: before === undefined ? 'created' : 'changed', key, state, hash };
  };

  /** Whether any row, good or bad, has had the key. */
  const mentions = (key: string): boolean => seen.lineOf(key) !== undefined;

  return { sift, mentions };
}
