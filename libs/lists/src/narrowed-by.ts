import { beginningOf, filtersFor } from './conditions-of.ts';
import type { Asked, Filter, List, Visitor } from './list.ts';

/** The list as it is asked for; entries of the address that only say how it begins are left out. */
export interface Narrowed {
  readonly list: Pick<List, 'filters' | 'orders' | 'search'>;
  readonly asked: Asked;
  readonly visitor: Visitor;
  readonly path: string;
}

/** What narrows a list, as MoJ's tags of chosen filters: each leads to the list without it, `clear` to the list without all. */
export function narrowedBy(narrowed: Narrowed, wordsOf: (filter: Filter) => string) {
  const { asked } = narrowed;
  const searches = asked.search ? [{ text: `Search: ${asked.search}`, href: addressOf(narrowed, { search: '' }) }] : [];
  const chosen = narrowing(narrowed);
  const tags = chosen.map(({ filter, any }) => ({
    text: `${filter.label}: ${wordsOf(filter)}`,
    href: addressOf(narrowed, { filters: { [filter.name]: any } }),
  }));
  const none = Object.fromEntries(chosen.map(({ filter, any }) => [filter.name, any]));
  return {
    tags: [...searches, ...tags],
    filters: tags.length,
    clear: addressOf(narrowed, { search: '', filters: none }),
  };
}

/** Filters that could be taken away. One that always has a value cannot, whatever its value. */
const narrowing = ({ list, asked, visitor }: Narrowed) =>
  filtersFor(list, visitor).flatMap((filter) =>
    filter.any && asked.filters[filter.name] !== filter.any.value ? [{ filter, any: filter.any.value }] : [],
  );

/** The address of the list with some of what is asked replaced; it begins on its first page. */
function addressOf(
  { list, asked, visitor, path }: Narrowed,
  instead: Partial<Pick<Asked, 'search' | 'filters'>>,
): string {
  const { search, order } = { ...asked, ...instead };
  const values: Readonly<Record<string, string>> = { ...asked.filters, ...instead.filters };
  const said = new URLSearchParams();
  if (search) said.set('search', search);
  for (const filter of filtersFor(list, visitor)) {
    const value = values[filter.name] ?? '';
    if (value !== beginningOf(filter, visitor)) said.set(filter.name, value);
  }
  if (order !== Object.keys(list.orders)[0]) said.set('sort', order);
  return said.size > 0 ? `${path}?${said.toString()}` : path;
}
