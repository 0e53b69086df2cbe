import type { Option } from './field.ts';

/** Name → words, or with a hint; the tables of contracts (`regions.table`) fit. */
export type Choices<Name extends string> = Readonly<Record<Name, string | { text: string; hint?: string }>>;

/** What a page may offer in place of a field's own choices: options, a table, or names of the field's own table. */
export type Offer = readonly Option[] | readonly string[] | Choices<string>;

/** A table of choices as a list. */
export function toOptions<Name extends string>(choices: Choices<Name>): Option<Name>[] {
  const entries = Object.entries(choices) as [Name, string | { text: string; hint?: string }][];
  return entries.map(([value, words]) => ({ value, ...(typeof words === 'string' ? { text: words } : words) }));
}

/** What is on offer, in words; names alone take their words from the field's own choices. */
export function offered(offer: Offer, own: readonly Option[] = []): Option[] {
  if (!Array.isArray(offer)) return toOptions(offer as Choices<string>);
  return (offer as readonly (string | Option)[]).map((one) =>
    typeof one === 'string' ? (own.find(({ value }) => value === one) ?? { value: one, text: one }) : one,
  );
}

/** Whether a value is the name of one of these choices; where the page offers them, any text may be. */
export const isChoice = (value: unknown, own: readonly Option[] | undefined): boolean =>
  typeof value === 'string' && (own ? own.some((option) => option.value === value) : value !== '');
