import type { ReadRow } from '../reading/read-row.ts';
import { hashOf } from '../records/hash.ts';

/** What becomes of a row: taken as new or changed, or passed over, or told as bad. */
export type Sifted<State> =
  | { fate: 'created' | 'changed'; key: string; state: State; hash: string }
  | { fate: 'unchanged' }
  | { fate: 'left' }
  | { fate: 'bad'; key: string | undefined; problems: readonly string[] };

/** Sifts the rows of one file against the hashes of the states that are known. Of two rows with one key the first counts. */
export function sifter<State>(known: ReadonlyMap<string, string>) {
  const lines = new Map<string, number>();
  const mentioned = new Set<string>();

  const sift = (row: { line: number } & ReadRow<State>): Sifted<State> => {
    if ('none' in row) return { fate: 'left' };
    const { key } = row;
    if (key !== undefined) mentioned.add(key);
    if ('problems' in row) return { fate: 'bad', key, problems: row.problems };
    const earlier = lines.get(row.key);
    if (earlier !== undefined)
      return { fate: 'bad', key, problems: [`is also on line ${earlier}, and that one counts`] };
    lines.set(row.key, row.line);
    const hash = hashOf(row.state);
    if (known.get(row.key) === hash) return { fate: 'unchanged' };
    return { fate: known.has(row.key) ? 'changed' : 'created', key: row.key, state: row.state, hash };
  };

  /** The known keys that no row, good or bad, has had. */
  const missing = (): string[] => [...known.keys()].filter((key) => !mentioned.has(key));

  return { sift, missing };
}
