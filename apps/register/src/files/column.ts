import { type Parser } from '../values/bad-value.ts';

/** One needed column: the headers it has had (newest first), and how and where its cells go. */
export interface Column {
  readonly headers: readonly string[];
  readonly parse: Parser<unknown>;
  readonly into: readonly string[];
}

/** One of the files: what it is called, what a row of it becomes. */
export interface FileKind<State> {
  readonly name: 'establishments' | 'groups' | 'constituencies';
  /** What one row and many rows are, in messages. */
  readonly words: { readonly one: string; readonly many: string };
  readonly columns: readonly Column[];
  /** The column whose value is the key. */
  readonly key: string;
  /** Rows that are none of ours; a row that this refuses is left out without being bad. */
  readonly concerns?: (cell: (header: string) => string) => boolean;
  /** The last touch, where one column's meaning depends on another. */
  readonly finish?: (state: State) => State;
}

type Leaf = string | number | null;
type Path<State> = {
  [K in keyof State & string]: NonNullable<State[K]> extends Leaf ? K : `${K}.${Path<NonNullable<State[K]>>}`;
}[keyof State & string];
type At<State, P> = P extends `${infer K}.${infer Rest}`
  ? At<NonNullable<State[K & keyof State]>, Rest>
  : State[P & keyof State];

/** Makes the columns of a state; the compiler checks that each parser gives what its place takes. */
export const columnsOf =
  <State>() =>
  <P extends Path<State>>(headers: string | readonly string[], parse: Parser<At<State, P>>, into: P): Column => ({
    headers: [headers].flat(),
    parse,
    into: into.split('.'),
  });

/** A column that must be there and is not kept. */
export const present = (header: string): Column => ({ headers: [header], parse: () => undefined, into: [] });
