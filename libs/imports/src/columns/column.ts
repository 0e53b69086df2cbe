import type { Parser } from '../values/bad-value.ts';

/** One column: the headings it has had (newest first), and how and where its cells go. */
export interface Column {
  /** A file may lack it; what it would say is then unknown. */
  readonly optional?: true;
  readonly headers: readonly string[];
  readonly parse: Parser<unknown>;
  readonly into: readonly string[];
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

/** A column that a file may lack. */
export const optional = (column: Column): Column => ({ ...column, optional: true });
