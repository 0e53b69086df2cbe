import { z } from 'zod';

/** A closed list: the name that travels in events and tables, and the words that people read. */
export interface Vocabulary<Name extends string> {
  readonly names: readonly [Name, ...Name[]];
  readonly schema: z.ZodEnum<{ [K in Name]: K }>;
  readonly table: Readonly<Record<Name, string>>;
  /** The words for a name. */
  readonly say: (name: Name) => string;
}

/** Makes a closed list from one table of name → words. */
export function vocabulary<const Table extends Record<string, string>>(table: Table): Vocabulary<keyof Table & string> {
  type Name = keyof Table & string;
  const names = Object.keys(table) as [Name, ...Name[]];
  // Without a prototype: `constructor`, from an address say, is no word of the list.
  const words = Object.assign(Object.create(null), table) as Record<Name, string>;
  return { names, schema: z.enum(names) as Vocabulary<Name>['schema'], table: words, say: (name) => words[name] };
}

/** An answer in words; null where there is none. */
export const yesOrNoInWords = (answer: boolean | null): string | null =>
  answer === null ? null : answer ? 'Yes' : 'No';
