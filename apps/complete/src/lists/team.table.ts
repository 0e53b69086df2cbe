import { mayAssign } from '@academies/complete';
import { type Team, teams } from '@academies/contracts';
import { type Asked, both, type Condition, list, type Visitor, where } from '@academies/lists';
import { usersOf } from './groups/users.ts';
import { mayAssignFor } from './assigning/may-assign-for.ts';
import { yourTeam } from './listed/areas.table.ts';
import { columns } from './listed/columns.table.ts';
import { orders, whoseTeam } from './listed/filters.table.ts';
import type { ListedProject } from './listed/listed-project.ts';
import { ofProjects } from './listed/of-projects.ts';
import { noticesFor } from './notices.ts';

const { school, urn, type, formingAMat, date, region, localAuthority, assignedTo } = columns;
const teamIn = ({ filters }: Asked) => filters['team'] as Team;
const casework = 'regional_casework_services';

/** A region's projects are those of the region; those of Regional Casework Services are whose team it is. */
const ofTeam = (asked: Asked): Condition =>
  teamIn(asked) === casework ? where`l.team = ${casework}` : where`l.region = ${teamIn(asked)}`;

const inTeam = {
  ...ofProjects,
  area: yourTeam,
  filters: [whoseTeam],
  caption: (asked: Asked) => teams.say(teamIn(asked)),
};
const assigning = {
  picks: {
    action: '/projects/assign',
    name: 'project',
    button: 'Assign the ticked projects',
    may: mayAssignFor,
    value: ({ project }: ListedProject, visitor: Visitor) => (mayAssign(project, visitor) ? project.id : undefined),
  },
};
const asAllProjects = [school, urn, date, type, formingAMat, localAuthority, region, assignedTo];

/** Projects of a team (docs/domain/complete-pages.md, "Yours and your team's"). */
export const teamLists = [
  list({
    ...inTeam,
    ...assigning,
    address: 'projects/team/unassigned',
    title: 'Unassigned projects',
    tells: noticesFor,
    holds: (_, asked) => where`l.state = 'active' and l.assigned_to is null and l.team = ${teamIn(asked)}`,
    columns: (user, asked) => [
      ...[school, urn, columns.addedBy, date, type, region, columns.waitsForPerson],
      ...(mayAssignFor(user, asked) ? [columns.assign] : []),
    ],
    empty: 'No unassigned projects in this team match.',
  }),
  list({
    ...inTeam,
    ...assigning,
    address: 'projects/team/in-progress',
    title: "The team's projects in progress",
    holds: (_, asked) => both(where`l.state = 'active' and l.assigned_to is not null`, ofTeam(asked)),
    columns: asAllProjects,
  }),
  list({
    ...inTeam,
    address: 'projects/team/new',
    title: "The team's newest projects",
    holds: (_, asked) => both(where`l.state = 'active'`, ofTeam(asked)),
    orders: orders.arrival,
    columns: [...asAllProjects, columns.arrivedOn],
  }),
  list({
    ...usersOf('team'),
    area: yourTeam,
    filters: [whoseTeam],
    caption: inTeam.caption,
    address: 'projects/team/by-user',
    title: "The team's projects by user",
    holds: (_, asked) => where`p.team = ${teamIn(asked)} and p.may_sign_in and p.deactivated_at is null`,
    empty: 'Nobody of this team has signed in yet.',
  }),
  list({
    ...inTeam,
    address: 'projects/team/handed-over',
    title: 'Projects of the region that Regional Casework Services run',
    intro: 'Choose a region as the team: these are its projects that were handed to Regional Casework Services.',
    holds: (_, asked) => where`l.state = 'active' and l.team = ${casework} and l.region = ${teamIn(asked)}`,
    columns: asAllProjects,
    empty: 'Regional Casework Services run no projects of this region.',
  }),
  list({
    ...inTeam,
    address: 'projects/team/completed',
    title: "The team's completed projects",
    holds: (_, asked) => both(where`l.state = 'completed'`, ofTeam(asked)),
    orders: orders.completed,
    columns: [school, urn, localAuthority, region, type, date, columns.completedOn],
  }),
];
