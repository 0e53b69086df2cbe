import { kinds, regions, teams } from '@academies/contracts';
import { sql } from '@academies/database';
import { type Choices, type Filter, order, type Search, where } from '@academies/lists';
import { tooShort, wordsQuery } from '@academies/register';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Every region; where it is said, the user's own comes first. */
export const region = ({ ownFirst = false } = {}): Filter => ({
  name: 'region',
  label: 'Region',
  any: { value: 'all', text: 'All regions' },
  choices: regions.table,
  ...(ownFirst && { first: ({ team }) => team }),
  narrows: (name) => where`l.region = ${name}`,
});

/** Who runs the project. */
export const team: Filter = {
  name: 'team',
  label: 'Team',
  any: { value: 'all', text: 'All teams' },
  choices: teams.table,
  narrows: (name) => where`l.team = ${name}`,
};

/** The team whose lists are shown; it begins with the user's own. There is always one, and the list reads it. */
export const whoseTeam: Filter = {
  name: 'team',
  label: 'Team',
  choices: teams.table,
  first: (user) => user.team ?? 'regional_casework_services',
  narrows: () => undefined,
};

export const kind: Filter = {
  name: 'type',
  label: 'Type',
  any: { value: 'all', text: 'Conversions and transfers' },
  choices: kinds.table,
  narrows: (name) => where`l.kind = ${name}`,
};

const peopleSql = 'select email, name from person where may_sign_in and deactivated_at is null order by name, email';

export const person: Filter = {
  name: 'assigned',
  label: 'Assigned to',
  any: { value: 'all', text: 'Anybody' },
  choices: async (em: EntityManager): Promise<Choices> =>
    (await sql<{ email: string; name: string }>(em, peopleSql)).map(({ email, name }) => [email, name]),
  narrows: (email) => where`l.assigned_to = ${email}`,
};

/** What every list of projects can be searched for. */
export const search: Search = {
  hint: 'Name of a school, academy, trust or person, a URN, UKPRN, TRN or establishment number',
  query: wordsQuery,
  refuses: tooShort,
};

/** Orders of lists of projects; each has its indexes (libs/complete, the migrations of the listing). */
export const orders = {
  date: { date: order('Date', 'l.significant_date', 'l.school', 'l.project_id') },
  arrival: { arrival: order('Newest first', 'l.handed_over_at desc', 'l.project_id desc') },
  completed: { completed: order('Newest first', 'l.completed_on desc', 'l.project_id desc') },
  revoked: { revoked: order('Newest first', 'l.dao_revoked_on desc', 'l.project_id desc') },
  school: { school: order('School or academy', 'l.school', 'l.project_id') },
  created: { created: order('Newest first', 'l.created_at desc', 'l.project_id desc') },
};
