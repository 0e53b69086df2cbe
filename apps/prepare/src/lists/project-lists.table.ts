import type { Kind } from '@academies/contracts';
import { list, where } from '@academies/lists';
import { tooShort, wordsQuery } from '@academies/register';
import { columnsOf } from './columns.table.ts';
import { filtersOf, orders } from './filters.table.ts';
import { listedProjects } from './listed-project.ts';

const ofKind = (kind: Kind) => ({
  needs: 'read-prepare' as const,
  rows: listedProjects,
  holds: () => where`l.kind = ${kind}`,
  filters: filtersOf(kind),
  columns: columnsOf(kind),
  orders,
  search: {
    hint: 'Name of a school, academy or trust, a URN, UKPRN, TRN, or the reference of a project or group',
    query: wordsQuery,
    refuses: tooShort,
  },
  empty: `No ${kind}s match. Check the spelling, or use fewer filters.`,
});

/** Every list of Prepare. */
export const projectLists = [
  list({ address: 'conversions', title: 'Conversions', ...ofKind('conversion') }),
  list({ address: 'transfers', title: 'Transfers', ...ofKind('transfer') }),
];
