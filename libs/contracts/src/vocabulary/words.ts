import { z } from 'zod';

/** A closed list: the name that travels in events and tables, and the words that people read. */
export interface Words<Name extends string> {
  readonly names: readonly [Name, ...Name[]];
  readonly schema: z.ZodEnum<{ [K in Name]: K }>;
  readonly table: Readonly<Record<Name, string>>;
  /** The words for a name. */
  readonly say: (name: Name) => string;
}

/** Makes a closed list from one table of name → words. */
export function words<const Table extends Record<string, string>>(table: Table): Words<keyof Table & string> {
  type Name = keyof Table & string;
  const names = Object.keys(table) as [Name, ...Name[]];
  return { names, schema: z.enum(names) as Words<Name>['schema'], table, say: (name) => table[name] as string };
}
