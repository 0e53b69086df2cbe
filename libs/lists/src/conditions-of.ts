import { all, type Condition, where } from './condition.ts';
import type { Asked, Filter, List, Search, Visitor } from './list.ts';

/** What can be asked of a list. */
export type Askable = Pick<List, 'filters' | 'orders' | 'search' | 'holds'>;

/** The filters that somebody has. */
export const filtersFor = ({ filters = [] }: Pick<List, 'filters'>, visitor: Visitor): readonly Filter[] =>
  filters.filter(({ may }) => may?.(visitor) ?? true);

/** Reads what the URL asks. What it does not say, or says wrongly, is as at the beginning. */
export function askedOf(
  list: Askable,
  query: Readonly<Record<string, unknown>>,
  visitor: Visitor,
  key: string = '',
): Asked {
  const said = (name: string): string => {
    const value = query[name];
    return typeof value === 'string' ? value.replaceAll('\0', '').trim().slice(0, 200) : '';
  };
  const [first = ''] = Object.keys(list.orders);
  return {
    search: list.search ? said('search') : '',
    filters: Object.fromEntries(
      filtersFor(list, visitor).map((filter) => [filter.name, valueOf(filter, said(filter.name), visitor)]),
    ),
    order: Object.hasOwn(list.orders, said('sort')) ? said('sort') : first,
    key,
  };
}

/** The labels of filters to which the URL gives a value that is none of theirs: they narrow nothing, and that is told. */
export const misunderstood = (
  list: Pick<List, 'filters'>,
  query: Readonly<Record<string, unknown>>,
  visitor: Visitor,
): string[] =>
  filtersFor(list, visitor)
    .filter((filter) => {
      const said = query[filter.name];
      return said !== undefined && said !== '' && !(typeof said === 'string' && mayBe(filter, said.trim()));
    })
    .map(({ label }) => label);

/** What a list holds that is asked for this, in SQL with its parameters. */
export const conditionsOf = (list: Askable, asked: Asked, visitor: Visitor) => ({
  today: visitor.today,
  ...all([
    list.holds(visitor, asked),
    ...filtersFor(list, visitor).map((filter) => {
      const value = asked.filters[filter.name] ?? '';
      return isNarrowing(filter, value) ? filter.narrows(value) : undefined;
    }),
    asked.search && list.search ? found(list.search, asked.search) : undefined,
  ]),
});

/** A search without a word in it finds nothing, nor one that is refused. */
function found({ query, refuses }: Search, text: string): Condition {
  const words = refuses?.(text) ? undefined : query(text);
  return words === undefined ? where`false` : where`l.words @@ ${words}::tsquery`;
}

/** Whether this value of a filter narrows anything. */
const isNarrowing = ({ any }: Filter, value: string): boolean => value !== '' && value !== any?.value;

/** What a filter is at, before anybody chooses. */
export const beginningOf = (filter: Filter, visitor: Visitor): string => {
  const first = filter.first?.(visitor);
  return first !== undefined && mayBe(filter, first) ? first : (filter.any?.value ?? '');
};

const valueOf = (filter: Filter, said: string, visitor: Visitor): string =>
  said !== '' && mayBe(filter, said) ? said : beginningOf(filter, visitor);

const mayBe = ({ any, choices, accepts }: Filter, value: string): boolean =>
  value === any?.value || (typeof choices === 'function' ? (accepts?.(value) ?? true) : Object.hasOwn(choices, value));
