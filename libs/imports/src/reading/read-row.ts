import type { Column } from '../columns/column.ts';
import type { FileKind } from '../columns/file-kind.ts';
import { BadValue } from '../values/bad-value.ts';
import type { Positions } from './positions.ts';

/**
 * What a row turned out to be: a state with its key and what of it is unknown or odd, or none of ours, or bad with every
 * reason.
 */
export type ReadRow<State> =
  | { key: string; state: State; told: readonly string[] }
  | { none: true }
  | { key: string | undefined; problems: readonly string[] };

/**
 * Reads rows of a file by its columns. A cell that cannot be read is told and unknown; where its column is needed, the row
 * is bad (docs/domain/register.md, "What a row needs").
 */
export function rowReader<State>(
  kind: FileKind<State>,
  positions: Positions,
): (cells: readonly string[]) => ReadRow<State> {
  const columns = [...positions];
  const byHeader = new Map(columns.map(([column, position]) => [column.headers[0], { column, position }]));
  const cellOf = (cells: readonly string[], position: number | undefined): string =>
    position === undefined ? '' : (cells[position] ?? '');
  const valueIn = (cells: readonly string[], header: string, parse?: (cell: string) => unknown) => {
    const { column, position } = byHeader.get(header) as { column: Column; position: number | undefined };
    return attempt(header, parse ?? column.parse, cellOf(cells, position));
  };
  const { concerns } = kind;
  return (cells) => {
    const ours = concerns ? valueIn(cells, concerns.header, concerns.takes) : { value: true };
    if (ours.problem)
      return { key: (valueIn(cells, kind.key).value as string | null) ?? undefined, problems: [ours.problem] };
    if (!ours.value) return { none: true };
    const state: Tree = {};
    const [problems, told]: [string[], string[]] = [[], []];
    let key: string | undefined;
    for (const [{ headers, parse, into }, position] of columns) {
      const { value, problem } = attempt(headers[0] as string, parse, cellOf(cells, position));
      if (problem) (parse.needed ? problems : told).push(problem);
      if (headers[0] === kind.key && typeof value === 'string') key = value;
      place(state, into, value);
    }
    if (problems.length > 0 || key === undefined) return { key, problems };
    const finished = kind.finish?.(state as State) ?? (state as State);
    return { key, state: finished, told: [...told, ...(kind.oddities?.(finished) ?? [])] };
  };
}

interface Tree {
  [name: string]: unknown;
}

/** What cannot be read is unknown. */
function attempt(header: string, parse: (cell: string) => unknown, cell: string): { value: unknown; problem?: string } {
  try {
    return { value: parse(cell) };
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    return { value: null, problem: `${header} ${error.message}` };
  }
}

function place(state: Tree, [name, ...rest]: readonly string[], value: unknown): void {
  if (name === undefined) return;
  if (rest.length === 0) state[name] = value;
  else place((state[name] ??= {}) as Tree, rest, value);
}
