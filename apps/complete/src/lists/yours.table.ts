import { list, where } from '@academies/lists';
import { standingIn } from './absences.ts';
import { yours } from './listed/areas.table.ts';
import { columns } from './listed/columns.table.ts';
import { orders } from './listed/filters.table.ts';
import { ofProjects } from './listed/of-projects.ts';
import { toDoOf } from './to-do/to-do.ts';

const { school, schoolWithState, urn, type, date, assignedTo, completedOn } = columns;
const ofYours = { ...ofProjects, area: yours };

/** Projects of whoever looks (docs/domain/complete-pages.md, "Yours and your team's"). */
export const yourLists = [
  list({
    ...ofYours,
    address: 'projects/yours',
    title: 'Your projects in progress',
    template: 'lists/to-do/yours',
    more: async (em, asked, visitor) => ({
      ...(await toDoOf(em, asked, visitor)),
      ...(await standingIn(em, visitor)),
    }),
    holds: ({ email }) => where`l.state = 'active' and l.assigned_to = ${email.toLowerCase()}`,
    columns: [
      ...[school, urn, type, columns.formingAMat, columns.incomingTrust, columns.outgoingTrust],
      ...[columns.localAuthority, date, columns.tasksDone],
    ],
    empty: 'You have no projects in progress.',
  }),
  list({
    ...ofYours,
    address: 'projects/yours/added',
    title: 'Projects added by you',
    intro: 'Projects that you prepared, or whose handover details you added.',
    holds: ({ email }) =>
      where`l.state not in ('inactive', 'deleted') and (l.created_by = ${email.toLowerCase()} or l.handed_over_by = ${email.toLowerCase()})`,
    orders: orders.created,
    columns: [schoolWithState, urn, type, date, assignedTo],
    empty: 'You have added no projects.',
  }),
  list({
    ...ofYours,
    address: 'projects/yours/completed',
    title: 'Projects that you completed',
    holds: ({ email }) => where`l.state = 'completed' and l.assigned_to = ${email.toLowerCase()}`,
    orders: orders.completed,
    columns: [school, urn, type, date, completedOn],
    empty: 'None of your projects is completed.',
  }),
];
