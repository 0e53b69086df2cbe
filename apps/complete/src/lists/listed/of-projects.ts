import { orders, search } from './filters.table.ts';
import { listedProjects } from './listed-project.ts';

/** What most lists of projects have in common. */
export const ofProjects = {
  needs: 'read-complete' as const,
  rows: listedProjects,
  orders: orders.date,
  search,
  empty: 'No projects match. Check the spelling, or use fewer filters.',
};
