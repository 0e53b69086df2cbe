import { handoverStates, prepareStatuses, regions } from '@academies/contracts';
import type { Filters } from './filters.ts';
import { orders } from './filters.ts';
import type { FilterOption } from './list-projects.ts';

/** A select of the filters, as the template draws it. */
export interface FilterSelect {
  readonly name: keyof Filters;
  readonly label: string;
  readonly items: readonly { value: string; text: string; selected: boolean }[];
}

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Every filter with what it offers; what the URL names is selected. */
export function filterSelects(filters: Filters, options: readonly FilterOption[]): FilterSelect[] {
  const found = (filter: FilterOption['filter']) =>
    options.filter((option) => option.filter === filter).map(({ value, text }) => [value, text] as const);
  const select = (
    name: keyof Filters,
    label: string,
    any: string,
    choices: readonly (readonly [string, string])[],
  ): FilterSelect => ({
    name,
    label,
    items: [['', any] as const, ...choices].map(([value, text]) => ({
      value,
      text,
      selected: filters[name] === value,
    })),
  });
  return [
    select('status', 'Status', 'Any status', Object.entries(prepareStatuses.table)),
    select('handover', 'Handover', 'Any state', Object.entries(handoverStates.table)),
    select('region', 'Region', 'All regions', Object.entries(regions.table)),
    select('authority', 'Local authority', 'All authorities', found('authority')),
    select('assigned', 'Assigned to', 'Anybody', [['nobody', 'Nobody'], ...found('assigned')]),
    select(
      'month',
      'Decision month',
      'Any month',
      found('month').map(([value, day]) => [value, month.format(new Date(day))]),
    ),
    {
      name: 'sort',
      label: 'Sort by',
      items: Object.entries(orders).map(([value, { text }]) => ({ value, text, selected: filters.sort === value })),
    },
  ];
}
