import type { Column, FileKind } from '../files/column.ts';
import { BadValue } from '../values/bad-value.ts';
import type { Positions } from './header.ts';

/** What a row turned out to be: a state with its key, or none of ours, or bad with every reason. */
export type ReadRow<State> =
  { key: string; state: State } | { none: true } | { key: string | undefined; problems: readonly string[] };

/** Reads rows of a file by its columns. All that is wrong with a row is told, not only the first. */
export function rowReader<State>(
  kind: FileKind<State>,
  positions: Positions,
): (cells: readonly string[]) => ReadRow<State> {
  const cellOf = (cells: readonly string[]) => (header: string) =>
    cells[positions.get(kind.columns.find(({ headers }) => headers[0] === header) as Column) as number] ?? '';
  return (cells) => {
    if (kind.concerns && !kind.concerns(cellOf(cells))) return { none: true };
    const state: Tree = {};
    const problems: string[] = [];
    let key: string | undefined;
    for (const [column, position] of positions) {
      const value = attempt(column, cells[position] ?? '', problems);
      if (column.headers[0] === kind.key && typeof value === 'string') key = value;
      place(state, column.into, value);
    }
    if (problems.length > 0 || key === undefined) return { key, problems };
    return { key, state: kind.finish?.(state as State) ?? (state as State) };
  };
}

type Tree = { [name: string]: Tree | unknown };

function attempt(column: Column, cell: string, problems: string[]): unknown {
  try {
    return column.parse(cell);
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    problems.push(`${column.headers[0]} ${error.message}`);
    return undefined;
  }
}

function place(state: Tree, [name, ...rest]: readonly string[], value: unknown): void {
  if (name === undefined) return;
  if (rest.length === 0) state[name] = value;
  else place((state[name] ??= {}) as Tree, rest, value);
}
