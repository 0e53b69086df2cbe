import { type Region, regions } from '@academies/contracts';
import { sql } from '@academies/database';
import { column, list, order, where } from '@academies/lists';
import type { EntityManager } from '@mikro-orm/postgresql';
import { absenceOf } from './absences.ts';
import { countColumns, type Counted, counts, groupColumn, lacking } from './groups/counted.ts';
import { everyTrust, newTrusts, trustName } from './groups/trusts.ts';
import { usersOf } from './groups/users.ts';
import { allProjects } from './listed/areas.table.ts';
import { columns } from './listed/columns.table.ts';
import { search } from './listed/filters.table.ts';
import { ofProjects } from './listed/of-projects.ts';

const everyActive = { needs: 'read-complete' as const, area: allProjects, holds: () => where`l.state = 'active'` };
const empty = 'There are no active projects.';
const byName = { name: order('Name', 'l.name', 'l.key') };

const authorityName =
  '(select local_authority_name from register_establishment where local_authority_code = of.key limit 1)';
const groups = (by: string, name: string) => (condition: string) => `
  select of.*, ${name} as name
    from (select l.${by} as key, ${counts} from project_listing l where ${condition} group by l.${by}) as of`;
const shown = 'select l.* from page l';

const named = (statement: string) => async (em: EntityManager, key: string) =>
  (await sql<{ name: string }>(em, statement, [key]))[0]?.name;

/** The projects of one group: its key is the end of the address. */
const projectsOf = (
  address: string,
  title: string,
  titled: (em: EntityManager, key: string) => Promise<string | undefined>,
  unknown = 'Unknown',
) => ({
  ...ofProjects,
  area: allProjects,
  address: `${address}/:key`,
  title,
  titled: async (em: EntityManager, key: string) => (key === lacking ? unknown : titled(em, key)),
  columns: [columns.school, columns.urn, columns.date, columns.type, columns.assignedTo],
});

/** Every active project, by what it has in common with others (docs/domain/complete-pages.md, "All projects"). */
export const groupLists = [
  list({
    ...everyActive,
    address: 'projects/by-region',
    title: 'Active projects by region',
    rows: { groups: groups('region', 'of.key'), shown },
    orders: byName,
    columns: [
      groupColumn<Counted>('Region', '/projects/by-region', ({ key }) =>
        key ? regions.say(key as Region) : 'Unknown',
      ),
      ...countColumns,
    ],
    empty,
  }),
  list({
    ...projectsOf('projects/by-region', 'Active projects of a region', async (_, key) => regions.table[key as Region]),
    holds: (_, { key }) =>
      key === lacking
        ? where`l.state = 'active' and l.region is null`
        : where`l.state = 'active' and l.region = ${key}`,
  }),
  list({
    ...everyActive,
    ...usersOf('everybody'),
    address: 'projects/by-user',
    title: 'Active projects by user',
    empty,
  }),
  list({
    ...projectsOf(
      'projects/by-user',
      'Active projects of one person',
      named('select name from person where email = $1'),
      'Nobody yet',
    ),
    template: 'lists/groups/person',
    more: absenceOf,
    holds: (_, { key }) =>
      key === lacking
        ? where`l.state = 'active' and l.assigned_to is null`
        : where`l.state = 'active' and l.assigned_to = ${key}`,
  }),
  list({
    ...everyActive,
    ...everyTrust,
    search: { ...search, hint: 'Name of a trust or a school, a UKPRN or TRN. What is counted is what matches' },
    address: 'projects/by-trust',
    title: 'Active projects by incoming trust',
    empty: 'No trust matches. Check the spelling, or search for less.',
  }),
  list({
    ...projectsOf('projects/by-trust', 'Active projects of an incoming trust', trustName),
    holds: (_, { key }) =>
      key === lacking ? where`l.state = 'active' and l.trust is null` : where`l.state = 'active' and l.trust = ${key}`,
  }),
  list({
    ...everyActive,
    ...newTrusts,
    address: 'projects/in-progress/forming-a-mat',
    title: 'Trusts that are being formed',
    holds: () => where`l.state = 'active' and l.forming_a_mat and l.assigned_to is not null`,
    empty: 'No active project forms a trust.',
  }),
  list({
    ...everyActive,
    address: 'projects/by-local-authority',
    title: 'Active projects by local authority',
    rows: { groups: groups('local_authority', authorityName), shown },
    orders: byName,
    columns: [
      groupColumn<Counted>('Local authority', '/projects/by-local-authority', ({ name }) => name ?? 'Unknown'),
      column<Counted>('Code', ({ key }) => key ?? 'None'),
      ...countColumns,
    ],
    empty,
  }),
  list({
    ...projectsOf(
      'projects/by-local-authority',
      'Active projects of a local authority',
      named('select local_authority_name as name from register_establishment where local_authority_code = $1 limit 1'),
    ),
    holds: (_, { key }) =>
      key === lacking
        ? where`l.state = 'active' and l.local_authority is null`
        : where`l.state = 'active' and l.local_authority = ${key}`,
  }),
];
