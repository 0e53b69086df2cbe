import type { IsoDate, PreparedProject } from '@academies/contracts';
import type { Field, Fields, Values } from '@academies/forms';
import type { Row } from '../project/summary.ts';
import type { SectionLookUps } from './look-ups.ts';

/** Where a project has facts for sections: at its top, or in one of its groups of facts. */
export interface Places {
  facts: PreparedProject;
  summary: PreparedProject['summary'];
  transfer: NonNullable<PreparedProject['transfer']>;
}
export type Change = Partial<PreparedProject>;

/** How one field of a section is kept in the facts of a project. */
export interface Keeping<Value> {
  /** The place of the fact: who changed it last is told. */
  readonly at: string;
  /** What the field holds. */
  show(facts: PreparedProject): Value | null | undefined;
  /** The facts that its answer changes; what the fields before it changed is in them. */
  save(answer: Value, facts: PreparedProject, look: SectionLookUps): Change | Promise<Change>;
  /** What counts as answered; what the field holds unless told. */
  answer(facts: PreparedProject): unknown;
  /** What the summary says of it; what counts as answered, in the field's words, unless told. */
  rows(facts: PreparedProject, look: SectionLookUps): readonly Row[] | Promise<readonly Row[]>;
}

type IsFact<Value, Name, Place> = Name extends keyof Place ? (Value extends Place[Name] ? true : false) : false;

/** Fields whose answer is the fact of the same name need nothing; the compiler demands how any other one is kept. */
export type Kept<F extends Fields, Place> = {
  readonly [Name in keyof F as IsFact<Values<F>[Name], Name, Place> extends true ? never : Name]: Pick<
    Keeping<Values<F>[Name]>,
    'show' | 'save'
  >;
};

/** How each field of a section is kept: as the fact of its name in its place, but for what is told. */
export const keepings = (
  fields: Fields,
  kept: Readonly<Record<string, Partial<Keeping<unknown>> | undefined>> = {},
  within?: Exclude<keyof Places, 'facts'>,
): [string, Keeping<unknown>][] =>
  Object.entries(fields).map(([name, field]) => {
    const asFact: Pick<Keeping<unknown>, 'at' | 'show' | 'save'> = {
      at: within ? `${within}.${name}` : name,
      show: (facts) => ((within ? facts[within] : facts) as Record<string, unknown> | null)?.[name],
      save: (answer, facts) => (within ? { [within]: { ...facts[within], [name]: answer } } : { [name]: answer }),
    };
    const own = { ...asFact, ...kept[name] };
    const { answer = own.show } = own;
    return [name, { answer, rows: (facts) => [rowOf(field, answer(facts))], ...own }];
  });

/** A fact in the words of its field: as its page shows it. */
function rowOf({ options: { label: key }, view, write }: Field<unknown>, value: unknown): Row {
  const { component, params } = view({ name: 'fact', typed: {}, errors: [] });
  if (component === 'dateInput') return { key, date: value as IsoDate | null };
  const items = (params['items'] ?? []) as readonly { readonly value: string; readonly text: string }[];
  const words = (one: string) => items.find((item) => item.value === one)?.text ?? one;
  if (value === null || value === undefined) return { key, text: null };
  const shown = write(value, 'fact')['fact'] ?? '';
  return typeof shown === 'string'
    ? { key, text: words(shown) }
    : { key, lines: shown.map((one) => ({ text: words(one) })) };
}
