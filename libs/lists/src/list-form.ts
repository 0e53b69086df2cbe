import type { EntityManager } from '@mikro-orm/postgresql';
import { beginningOf, filtersFor } from './conditions-of.ts';
import type { Asked, Choices, Filter, List, Visitor } from './list.ts';

/** More filters than this are folded away below a search. */
const shownAtOnce = 2;

/** Search, filters and order of a list, as its form draws them. */
export async function listForm(list: List, em: EntityManager, asked: Asked, visitor: Visitor, path: string) {
  const filters = filtersFor(list, visitor);
  const selects = [...(await selectsOf(filters, asked, em, visitor)), ...sortOf(list, asked)];
  const narrowing = filters.filter((filter) => asked.filters[filter.name] !== beginningOf(filter, visitor)).length;
  const { search } = list;
  return {
    search: search && {
      hint: search.hint,
      value: asked.search,
      error: asked.search ? search.refuses?.(asked.search) : undefined,
    },
    selects,
    folded: search !== undefined && selects.length > shownAtOnce,
    narrowing,
    clear: asked.search || narrowing ? path : undefined,
  };
}

const itemsOf = (choices: Iterable<readonly [string, string]>, chosen: string | undefined) =>
  [...choices].map(([value, text]) => ({ value, text, selected: value === chosen }));

/** What is chosen is offered too, where it is none of the choices: else the form would say something else. */
const withChosen = (choices: Choices, chosen: string): Choices =>
  choices.some(([value]) => value === chosen) ? choices : [...choices, [chosen, chosen]];

function selectsOf(filters: readonly Filter[], asked: Asked, em: EntityManager, visitor: Visitor) {
  return Promise.all(
    filters.map(async ({ name, label, any, choices }) => {
      const offered: Choices = typeof choices === 'function' ? await choices(em, visitor) : Object.entries(choices);
      const all = [...(any ? [[any.value, any.text] as const] : []), ...offered];
      const chosen = asked.filters[name] ?? '';
      return { name, label, items: itemsOf(withChosen(all, chosen), chosen) };
    }),
  );
}

function sortOf({ orders }: List, asked: Asked) {
  const items = Object.entries(orders).map(([name, { text }]) => [name, text] as const);
  return items.length > 1 ? [{ name: 'sort', label: 'Sort by', items: itemsOf(items, asked.order) }] : [];
}
