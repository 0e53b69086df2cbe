import type { EntityManager } from '@mikro-orm/postgresql';
import { filtersFor } from './conditions-of.ts';
import type { Asked, Choices, Filter, List, Visitor } from './list.ts';
import { narrowedBy } from './narrowed-by.ts';

/** More filters than this are folded away below a search. */
const shownAtOnce = 2;

/** Search, filters and order of a list, as its form draws them, and what of them narrows it. */
export async function listForm(list: List, em: EntityManager, asked: Asked, visitor: Visitor, path: string) {
  const filters = filtersFor(list, visitor);
  const filtering = await selectsOf(filters, asked, em, visitor);
  const selects = [...filtering, ...sortOf(list, asked)];
  const wordsOf = ({ name }: Filter) =>
    filtering.find((select) => select.name === name)?.items.find(({ selected }) => selected)?.text ?? '';
  const { search } = list;
  return {
    search: search && {
      hint: search.hint,
      value: asked.search,
      error: asked.search ? search.refuses?.(asked.search) : undefined,
    },
    selects,
    folded: search !== undefined && selects.length > shownAtOnce,
    narrowed: narrowedBy({ list, asked, visitor, path }, wordsOf),
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
