import type { IsoDate, Problem } from '@academies/contracts';
import { columnNamed } from '../columns/columns.ts';
import type { Filter } from '../filters/filter.ts';
import { filters } from '../filters/filters.table.ts';
import { isPeriodName, namedPeriods } from '../filters/named-periods.ts';
import { dateColumns } from '../filters/narrow-row.ts';
import { otherTypes } from '../formats/format.table.ts';
import type { Offer } from '../preview/offered.ts';
import { looks } from '../preview/found.ts';
import { monthChoices, monthsInWords, yearChoices } from '../filters/months.ts';
import { addressOf, type Choice, columnsOf, monthsOf, type Query, said } from './choice.ts';
import { firstOrder, orderNamed } from './orders.table.ts';
import { nameFields, searchView, type Several } from './typed-names.ts';

/** Values that one ticks; of more than so many one is chosen from a list, beside those that are chosen already. */
const ticked = 14;

/** A form without JavaScript says months in parts, and says everything, also what is empty: as the address says it. */
export function asAddress(query: Query): Query {
  const one = (name: string) => said(query, name)[0] ?? '';
  const month = (end: 'from' | 'to') => {
    const [year, number] = [one(`${end}-year`), one(`${end}-month`)];
    return year || number ? `${year}-${number}` : '';
  };
  const rest = Object.entries(query).filter(([name]) => !formOnly.includes(name));
  const byMonths = one('period') === 'months';
  return Object.fromEntries([
    ...rest.filter(([name, value]) => value !== '' && !(name === 'period' && byMonths)),
    ...(byMonths ? [['from', month('from')] as const, ['to', month('to')] as const] : []),
  ]);
}

/** Fields of the form that an address does not have. */
export const formOnly = ['form', 'from-month', 'from-year', 'to-month', 'to-year', ...nameFields];

const wordsOf = (filter: Filter, value: string, offers: readonly Offer[]): string =>
  offers.find((offered) => offered.value === value)?.text ?? value;

/** A filter as its page draws it: boxes to tick, and where there are many values a list to add one from, or a search. */
function filterView(filter: Filter, choice: Choice, offers: readonly Offer[], { query, several }: Sent) {
  const chosen = choice.filters[filter.name] ?? [];
  const isFound = Object.hasOwn(looks, filter.name);
  const search = isFound && searchView(filter.name, chosen.length > 0 ? 'Add one more' : filter.label, query, several);
  const isTyped = offers.length === 0 && !isFound;
  const boxes = offers.length <= ticked ? offers : offers.filter(({ value }) => chosen.includes(value));
  const strangers = isTyped ? [] : chosen.filter((value) => !offers.some((offered) => offered.value === value));
  return {
    name: filter.name,
    label: filter.label,
    hint: filter.hint,
    search,
    isOpen: chosen.length > 0 || several.has(filter.name) || (search && search.input.value !== ''),
    typed: isTyped ? chosen.join(', ') : undefined,
    chosen: chosen.map((value) => wordsOf(filter, value, offers)).join(', '),
    values: chosen,
    boxes: [...boxes, ...strangers.map((value) => ({ value, text: value }))],
    more:
      offers.length > ticked
        ? [{ value: '', text: 'Choose' }, ...offers.filter(({ value }) => !chosen.includes(value))]
        : [],
  };
}

const options = (choices: Readonly<Record<string, string>>, chosen: string | undefined) => [
  { value: '', text: '' },
  ...Object.entries(choices).map(([value, text]) => ({ value, text, selected: value === chosen })),
];

/** What the form sent, and what names in it may mean. */
interface Sent {
  readonly query: Query;
  readonly several: Several;
}

/** The form of a choice: everything that narrows its rows, filled with what the address says. */
export function choiceForm(
  choice: Choice,
  today: IsoDate,
  offers: ReadonlyMap<string, readonly Offer[]>,
  { query, several }: Sent,
) {
  const { period } = choice;
  const months = typeof period === 'object' ? period : undefined;
  const typed = (name: string) => said(query, name)[0];
  const kind = typeof period === 'string' ? period : months || typed('from-month') || typed('from') ? 'months' : '';
  const [from = '', to = ''] = [months?.from ?? typed('from'), months?.to ?? typed('to')];
  const part = (end: 'from' | 'to', value: string) => ({
    month: options(monthChoices, typed(`${end}-month`) ?? value.slice(5)),
    year: options(yearChoices(today), typed(`${end}-year`) ?? value.slice(0, 4)),
  });
  return {
    search: typed('search') ?? '',
    periods: [
      { value: '', text: 'Any date' },
      ...Object.entries(namedPeriods).map(([value, named]) => ({
        value,
        text: `${named.text} (${monthsInWords(named.months(today))})`,
        selected: value === kind,
      })),
      { value: 'months', text: 'The months below', selected: kind === 'months' },
    ],
    on: dateColumns.map(({ name, heading }) => ({ value: name, text: heading, selected: name === choice.on })),
    from: part('from', from),
    to: part('to', to),
    filters: filters.map((filter) => filterView(filter, choice, offers.get(filter.name) ?? [], { query, several })),
    kept: { columns: choice.columns.join(','), order: choice.order.join(',') },
  };
}

/** A choice in words, a line each: what its page, its saved version and an e-mail say of it. */
export function inWords(choice: Choice, today: IsoDate, offers: ReadonlyMap<string, readonly Offer[]> = new Map()) {
  const months = monthsOf(choice, today);
  const named = isPeriodName(String(choice.period))
    ? `${namedPeriods[choice.period as keyof typeof namedPeriods].text}: `
    : '';
  const columns = columnsOf(choice);
  const order = (choice.order.length > 0 ? choice.order : [firstOrder]).map(orderNamed);
  return [
    ...filters.flatMap((filter) => {
      const values = choice.filters[filter.name];
      const known = offers.get(filter.name) ?? filter.offers ?? [];
      return values
        ? [{ key: filter.label, text: values.map((value) => wordsOf(filter, value, known)).join(' or ') }]
        : [];
    }),
    ...(choice.search ? [{ key: 'Search', text: choice.search }] : []),
    ...(months ? [{ key: columnNamed(choice.on).heading, text: named + monthsInWords(months) }] : []),
    {
      key: 'Columns',
      text: choice.columns.length === 0 ? `All ${columns.length}` : columns.map(({ heading }) => heading).join(', '),
    },
    {
      key: 'Order of rows',
      text: order.map((each) => each && each.text + (each.turned ? ', last first' : '')).join(', then '),
    },
  ];
}

/** The other forms of a file, each where it is. */
export const typesOf = (file: string) => otherTypes(file).map(({ text, href }) => ({ text, href }));

/** The addresses that belong to a choice; they go on to say from which saved one it was changed. */
export const linksOf = (choice: Choice, saved?: string) => {
  const chosen = addressOf(choice);
  const file = `/exports/own.csv${chosen}`;
  const address = saved ? `${chosen || '?'}${chosen && '&'}saved=${encodeURIComponent(saved)}` : chosen;
  return {
    saved,
    here: `/exports/own${address}`,
    columns: `/exports/own/columns${address}`,
    order: `/exports/own/order${address}`,
    save: `/exports/own/save${address}`,
    file,
    types: typesOf(file),
  };
};

/** Where the form asks for what the address says otherwise. */
const fieldOf: Readonly<Record<string, string>> = {
  '': 'choice',
  from: 'from-month',
  to: 'to-month',
  columns: 'choice',
  order: 'choice',
};

/** Problems as the summary of a page lists them, each leading to its field. */
export const asErrors = (problems: readonly Problem[]) =>
  problems.map(({ message, field }) => ({ text: message, href: `#${fieldOf[field ?? ''] ?? field}` }));
