import { list, where } from '@academies/lists';
import { may } from '@academies/web';
import { allProjects } from './listed/areas.table.ts';
import { columns } from './listed/columns.table.ts';
import { kind, orders, person, region, team } from './listed/filters.table.ts';
import { ofProjects } from './listed/of-projects.ts';

const { school, schoolWithState, urn, type, formingAMat, assignedTo, incomingTrust, localAuthority, date } = columns;
const ofAll = { ...ofProjects, area: allProjects };
const inProgress = {
  ...ofAll,
  filters: [region(), team, person],
};

/** Projects of everybody, by where they stand (docs/domain/complete-pages.md, "All projects"). */
export const allProjectsLists = [
  list({
    ...ofAll,
    needs: 'read-handover-list',
    address: 'handover',
    title: 'Projects to hand over',
    intro: 'These projects were approved in Prepare. Open one to check it and add handover details.',
    holds: () => where`l.state = 'inactive'`,
    filters: [region({ ownFirst: true }), kind],
    columns: (user) => [
      ...[school, urn, incomingTrust, columns.provisionalDate, columns.decisionDate, type, columns.waitsForHandover],
      ...(may(user, 'add-handover-details') ? [columns.addDetails] : []),
    ],
    empty: 'No projects wait for handover here. Choose another region, or search for less.',
  }),
  list({
    ...inProgress,
    address: 'projects/in-progress',
    title: 'Projects in progress',
    holds: () => where`l.state = 'active' and l.assigned_to is not null`,
    columns: [school, urn, date, type, formingAMat, assignedTo],
  }),
  list({
    ...inProgress,
    address: 'projects/in-progress/conversions',
    title: 'Conversions in progress',
    holds: () => where`l.state = 'active' and l.assigned_to is not null and l.kind = 'conversion'`,
    columns: [school, urn, columns.conversionDate, formingAMat, assignedTo],
  }),
  list({
    ...inProgress,
    address: 'projects/in-progress/transfers',
    title: 'Transfers in progress',
    holds: () => where`l.state = 'active' and l.assigned_to is not null and l.kind = 'transfer'`,
    columns: [school, urn, columns.transferDate, formingAMat, assignedTo],
  }),
  list({
    ...ofAll,
    address: 'projects/completed',
    title: 'Completed projects',
    holds: () => where`l.state = 'completed'`,
    orders: orders.completed,
    columns: [school, urn, localAuthority, columns.team, type, date, columns.completedOn],
  }),
  list({
    ...ofAll,
    address: 'projects/dao-revoked',
    title: 'Projects whose directive academy order was revoked',
    holds: () => where`l.state = 'dao_revoked'`,
    orders: orders.revoked,
    columns: [school, urn, localAuthority, columns.team, date, columns.revokedOn],
  }),
];

/** Projects of every state, from the search in the header (docs/domain/complete-pages.md, "Search"). */
export const searchList = list({
  ...ofProjects,
  address: 'search',
  title: 'Search',
  holds: ({ roles }, { search }) =>
    search === '' ? where`false` : roles.includes('service_support') ? where`true` : where`l.state <> 'deleted'`,
  orders: orders.school,
  columns: [schoolWithState, urn, type, columns.trusts, localAuthority, date, assignedTo],
  empty: ({ search }) => (search === '' ? 'Enter what you look for.' : 'Check the spelling, or search for less.'),
});
